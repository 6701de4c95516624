import { EARLY_PERMANENCE_ROUTES, LEGAL_STATUSES, SEXES } from '../../../../src/children/child-views.ts'
import type { ChildCommands, OwnChildDetail } from '../../../api/shapes.ts'
import { ChoiceField } from '../../../components/choice-field.tsx'
import type { Choice } from '../../../components/choice-field.tsx'
import { DateField } from '../../../components/date-field.tsx'
import { FormDialog } from '../../../components/form-dialog.tsx'
import { londonDate } from '../../../text/dates.ts'
import { ETHNICITY_WORDS } from '../../../text/ethnicities.ts'
import { EARLY_PERMANENCE_WORDS, LEGAL_STATUS_WORDS, SEX_WORDS } from '../../../text/words.ts'
import { CaseWorkerField } from './case-worker-field.tsx'
import type { FormProps } from './form-props.ts'
import { useChildCommand } from './use-child-command.ts'
import { useDraft } from './use-draft.ts'

type Facts = ChildCommands['facts']['facts']

const UNKNOWN: Choice = { value: '', words: 'Not recorded' }
const YES_NO: readonly Choice[] = [UNKNOWN, { value: 'true', words: 'Yes' }, { value: 'false', words: 'No' }]
const yesNo = (value: string): boolean | null => (value === '' ? null : value === 'true')
const oneOf = <T extends string>(values: readonly T[], value: string): T | null => values.find((one) => one === value) ?? null

const recordedOf = (child: OwnChildDetail) => ({
  sex: child.sex ?? '',
  ethnicity: child.ethnicityCode ?? '',
  disability: String(child.disability ?? ''),
  expectedBirth: child.expectedBirth ?? '',
  legalStatus: child.legalStatus ?? '',
  earlyPermanenceRoute: child.earlyPermanenceRoute ?? '',
  fosterCarerAdoption: String(child.fosterCarerAdoption ?? ''),
  legalAdviceOn: child.legalAdviceOn ?? '',
  workerId: child.workerId ?? '',
  socialWorkerId: child.socialWorkerId ?? '',
})
type Recorded = ReturnType<typeof recordedOf>

/** Only what was changed is sent; what somebody else changed meanwhile stays. */
const factsOf = (changes: Partial<Recorded>): Facts => ({
  ...(changes.sex !== undefined && { sex: oneOf(SEXES, changes.sex) }),
  ...(changes.ethnicity !== undefined && { ethnicity: changes.ethnicity === '' ? null : changes.ethnicity }),
  ...(changes.disability !== undefined && { disability: yesNo(changes.disability) }),
  ...(changes.expectedBirth !== undefined && { expectedBirth: changes.expectedBirth }),
  ...(changes.legalStatus !== undefined && { legalStatus: oneOf(LEGAL_STATUSES, changes.legalStatus) }),
  ...(changes.earlyPermanenceRoute !== undefined && { earlyPermanenceRoute: oneOf(EARLY_PERMANENCE_ROUTES, changes.earlyPermanenceRoute) }),
  ...(changes.fosterCarerAdoption !== undefined && { fosterCarerAdoption: yesNo(changes.fosterCarerAdoption) }),
  ...(changes.legalAdviceOn !== undefined && { legalAdviceOn: changes.legalAdviceOn === '' ? null : changes.legalAdviceOn }),
  ...(changes.workerId !== undefined && { workerId: changes.workerId === '' ? null : changes.workerId }),
  ...(changes.socialWorkerId !== undefined && { socialWorkerId: changes.socialWorkerId === '' ? null : changes.socialWorkerId }),
})

const CHOICES = {
  sex: [UNKNOWN, ...SEXES.map((sex) => ({ value: sex, words: SEX_WORDS[sex] }))],
  ethnicity: [UNKNOWN, ...Object.entries(ETHNICITY_WORDS).map(([code, words]) => ({ value: code, words }))],
  disability: YES_NO,
  legalStatus: [UNKNOWN, ...LEGAL_STATUSES.map((code) => ({ value: code, words: `${LEGAL_STATUS_WORDS[code]} (${code})` }))],
  earlyPermanenceRoute: [
    { value: '', words: 'Not planned' },
    ...EARLY_PERMANENCE_ROUTES.map((route) => ({ value: route, words: EARLY_PERMANENCE_WORDS[route] })),
  ],
  fosterCarerAdoption: YES_NO,
} as const satisfies Partial<Record<keyof Recorded, readonly Choice[]>>

/** What is known beside the dates. Name and date of birth are not here: they come from the case system. */
export const FactsForm = ({ child, close, done }: FormProps) => {
  const { changed, save, wrong, state } = useChildCommand(child, 'facts', done)
  const { values, changes, isTouched, set } = useDraft(recordedOf(child), changed)
  const isUnborn = child.expectedBirth !== null
  const choice = (name: keyof typeof CHOICES, label: string) => (
    <ChoiceField label={label} value={values[name]} choices={CHOICES[name]} wrong={wrong(`/${name}`)} choose={(value) => set({ [name]: value })} />
  )
  return (
    <FormDialog
      {...state}
      title="Edit facts"
      act="Save"
      fields={[...Object.keys(CHOICES).map((name) => `/${name}`), '/expectedBirth', '/legalAdviceOn', '/workerId', '/socialWorkerId']}
      isReady={isTouched}
      save={() => save({ facts: factsOf(changes) }, 'Saved: facts.')}
      close={close}
    >
      <CaseWorkerField
        label="Family finder"
        value={values.workerId}
        recorded={{ id: child.workerId, name: child.worker }}
        wrong={wrong('/workerId')}
        choose={(workerId) => set({ workerId })}
      />
      <CaseWorkerField
        label="Child’s social worker"
        value={values.socialWorkerId}
        recorded={{ id: child.socialWorkerId, name: child.socialWorker }}
        wrong={wrong('/socialWorkerId')}
        choose={(socialWorkerId) => set({ socialWorkerId })}
      />
      {isUnborn ? (
        <DateField
          type="month"
          label="Month in which the baby is due"
          required
          hint="As 2027-03"
          value={values.expectedBirth}
          wrong={wrong('/expectedBirth')}
          set={(expectedBirth) => set({ expectedBirth })}
        />
      ) : (
        choice('sex', 'Sex')
      )}
      {choice('ethnicity', 'Ethnicity')}
      {choice('disability', 'Disability')}
      {choice('legalStatus', 'Legal status')}
      {choice('earlyPermanenceRoute', 'Early permanence')}
      {choice('fosterCarerAdoption', 'Adoption by the foster carer')}
      <DateField
        label="Legal advice to use the profile before the decision, given on"
        value={values.legalAdviceOn}
        latest={londonDate(new Date())}
        wrong={wrong('/legalAdviceOn')}
        set={(legalAdviceOn) => set({ legalAdviceOn })}
      />
    </FormDialog>
  )
}
