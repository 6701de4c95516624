import type { CardElement, IAdaptiveCard, IChoiceSetInput, IContainer, IDateInput } from '@microsoft/teams.cards'
import { PLAN_ENDED_REASONS, type OwnChildDetail } from '../../src/children/child-views.ts'
import { dayOf, type Recordable } from '../recordable.ts'
import { capitalised, dayWords, JOURNEY_WORDS, PLAN_ENDED_WORDS } from '../texts/words.ts'
import { recordDateVerb } from '../verbs/child-verbs.ts'
import { submitButton } from '../verbs/define-verb.ts'
import { card, heading, plain, smallPrint, strong } from './elements.ts'

/** A choice must have a value, so "no reason" has one too. */
export const NO_REASON = 'none'

/** What the dialog's inputs send: texts, empty where nothing was chosen. */
export interface DateFilledIn {
  readonly date: string
  readonly on: string
  readonly reason: string
}

const refused = (sentence: string): IContainer => ({ type: 'Container', style: 'attention', items: [strong(plain(`Not recorded. ${sentence}`))] })

const whichDate = (child: OwnChildDetail, dates: readonly Recordable[], chosen: string): IChoiceSetInput => ({
  type: 'Input.ChoiceSet',
  id: 'date',
  label: 'What happened',
  style: 'compact',
  isRequired: true,
  errorMessage: 'Choose what happened.',
  placeholder: 'Choose what happened',
  ...(dates.some((date) => date === chosen) ? { value: chosen } : {}),
  choices: dates.map((date) => {
    const on = dayOf(child, date)
    return { title: `${capitalised(JOURNEY_WORDS[date])}${on === null ? '' : ` (now ${dayWords(on)})`}`, value: date }
  }),
})

const day = (on: string): IDateInput => ({
  type: 'Input.Date',
  id: 'on',
  label: 'On which day',
  isRequired: true,
  errorMessage: 'Choose the day.',
  ...(/^\d{4}-\d{2}-\d{2}$/u.test(on) ? { value: on } : {}),
})

const whyEnded = (dates: readonly Recordable[], chosen: string): readonly CardElement[] => {
  if (!dates.includes('planEnded')) return []
  const choices = PLAN_ENDED_REASONS.map((reason) => ({ title: `${reason}: ${PLAN_ENDED_WORDS[reason]}`, value: reason }))
  const reason: IChoiceSetInput = {
    type: 'Input.ChoiceSet',
    id: 'reason',
    label: 'Why the plan ended (for the end of the plan only)',
    style: 'compact',
    value: choices.some(({ value }) => value === chosen) ? chosen : NO_REASON,
    choices: [{ title: 'The plan has not ended', value: NO_REASON }, ...choices],
  }
  return [reason]
}

/** Drawn in a dialog for one person, never stored. A date that is there already is corrected by recording it again. */
export const recordDateCard = (
  child: OwnChildDetail,
  dates: readonly Recordable[],
  key: string,
  again?: { readonly filledIn: DateFilledIn; readonly sentence: string },
): IAdaptiveCard => {
  const { date = '', on = '', reason = '' } = again?.filledIn ?? {}
  return card(
    [
      heading('What happened, and when?'),
      ...(again === undefined ? [] : [refused(again.sentence)]),
      whichDate(child, dates, date),
      day(on),
      ...whyEnded(dates, reason),
      smallPrint('Recording a date again corrects it. Each change is kept in the audit with your name.'),
    ],
    [submitButton('Record', recordDateVerb, { reference: child.reference, version: child.version, key })],
    `Record a date of ${child.reference}. Your app can't draw this form; open the child in the tab instead.`,
  )
}
