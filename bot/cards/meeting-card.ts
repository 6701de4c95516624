import type { Action, CardElement } from '@microsoft/teams.cards'
import { capitalised, counted, dayWords } from '../texts/words.ts'
import type { Meeting } from '../use-cases.ts'
import { button } from '../verbs/define-verb.ts'
import { meetingsListVerb } from '../verbs/meeting-verbs.ts'
import { card, figureRow, heading, openUrl, plain, smallPrint, strong, words } from './elements.ts'
import type { DrawnCard } from './waiting-card.ts'

const STATE_SENTENCES: Readonly<Record<Meeting['state'], string>> = {
  booked: 'Booked: it is in the calendar.',
  'to-be-booked': 'To be booked: it is kept here and on its way to the calendar.',
  'to-be-retried': 'Booked as *to be retried*: the calendar has not answered yet. Nothing is lost; it is tried again until it is in the calendar.',
  refused: 'Not booked: the calendar did not take it. An administrator must put something right first.',
}

const everyWords = (weeks: number): string => (weeks === 1 ? 'every' : weeks === 2 ? 'every other' : `every ${weeks} weeks on`)

/** "Every other Tuesday at 10:00 for 60 minutes, Europe/London time" */
export const seriesWords = ({ everyWeeks, weekday, startsAt, minutes }: Pick<Meeting, 'everyWeeks' | 'weekday' | 'startsAt' | 'minutes'>): string =>
  `${capitalised(everyWords(everyWeeks))} ${capitalised(weekday)} at ${startsAt} for ${counted(minutes, 'minute', 'minutes')}, London time (Europe/London)`

const nextDates = (meeting: Meeting): string => meeting.next.map(({ on }) => dayWords(on)).join(', ')

const parts = (meeting: Meeting): readonly CardElement[] => [
  words(`${seriesWords(meeting)}. First meeting ${dayWords(meeting.firstOn)}.`),
  strong(STATE_SENTENCES[meeting.state]),
  ...(meeting.problem === null ? [] : [words(plain(meeting.problem))]),
  ...(meeting.next.length === 0 ? [] : [words(`Next: ${nextDates(meeting)}`)]),
]

const join = (meeting: Meeting): readonly Action[] => (meeting.joinUrl === null ? [] : [openUrl('Join', meeting.joinUrl)])

/** The answer to "schedule tracking …": what was understood, with the time zone, and how far it has come. */
export const meetingCard = (meeting: Meeting): DrawnCard => {
  const summary = `${meeting.title}: ${seriesWords(meeting)}`
  return {
    summary,
    card: card(
      [heading(plain(meeting.title)), ...parts(meeting), smallPrint('The subject in the calendar is neutral and private; it names no child.')],
      [button('How does it stand now?', meetingsListVerb, {}), ...join(meeting)],
      summary,
    ),
  }
}

/** The agency's meetings, five at most: the rest is in the tab. */
export const meetingsCard = (meetings: readonly Meeting[], maySchedule: boolean): DrawnCard => {
  const summary = meetings.length === 0 ? 'No meetings are scheduled' : counted(meetings.length, 'meeting series', 'meeting series')
  return {
    summary,
    card: card(
      [
        heading(summary),
        ...meetings
          .slice(0, 5)
          .map((meeting) =>
            figureRow(meeting.next[0] === undefined ? 'no date' : dayWords(meeting.next[0].on), [
              plain(`${meeting.title}: ${seriesWords(meeting)}`),
              STATE_SENTENCES[meeting.state],
              ...(meeting.problem === null ? [] : [plain(meeting.problem)]),
            ]),
          ),
        ...(meetings.length > 5 ? [smallPrint(`${meetings.length - 5} more are in the tab.`)] : []),
        ...(maySchedule ? [smallPrint('To schedule one, type *schedule tracking every other Tuesday at 10*.')] : []),
      ],
      [button('Refresh', meetingsListVerb, {})],
      summary,
    ),
  }
}
