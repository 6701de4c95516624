import type { Meeting } from '../api/shapes.ts'
import { WEEKDAY_WORDS } from './words.ts'

/** `Every 2 weeks on Tuesday at 10:00, for 60 minutes` */
export const rhythmWords = ({ weekday, startsAt, everyWeeks, minutes }: Pick<Meeting, 'weekday' | 'startsAt' | 'everyWeeks' | 'minutes'>): string =>
  `${everyWeeks === 1 ? 'Every week' : `Every ${everyWeeks} weeks`} on ${WEEKDAY_WORDS[weekday]} at ${startsAt}, for ${minutes} minutes`

const STATE_SENTENCES: Readonly<Record<Meeting['state'], string>> = {
  'to-be-booked': 'Saved, and being booked. Outlook has it in a moment.',
  'to-be-retried': 'Booked as to be retried: Outlook has not answered yet. Nothing is lost; it is tried again by itself.',
  booked: 'In the calendar.',
  refused: 'Outlook refused this series. It is in nobody’s calendar.',
}

/** What became of the booking; the service's own sentence where it has one. */
export const meetingSentence = ({ state, problem }: Pick<Meeting, 'state' | 'problem'>): string => problem ?? STATE_SENTENCES[state]
