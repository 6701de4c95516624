import { Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components'
import { AGE_BANDS, SEXES } from '../../../src/children/child-views.ts'
import type { Me } from '../../api/shapes.ts'
import { ChoiceField } from '../../components/choice-field.tsx'
import type { Choice } from '../../components/choice-field.tsx'
import { DateField } from '../../components/date-field.tsx'
import { londonDate } from '../../text/dates.ts'
import { SEXES_WORDS } from '../../text/words.ts'
import { FindChild } from './find-child.tsx'
import { FLAG_WORDS, readFilter, withFlag, writeFilter } from './waiting-filter.ts'
import type { FilterFlag, WaitingFilter } from './waiting-filter.ts'

const useStyles = makeStyles({
  bar: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(132px, 1fr))', gap: tokens.spacingHorizontalM, alignItems: 'start' },
  flags: { gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL },
  number: { minWidth: 0, width: '100%' },
})

const SEX_CHOICES: readonly Choice[] = [{ value: '', words: 'Any' }, ...SEXES.map((sex) => ({ value: sex, words: SEXES_WORDS[sex] }))]
const SIBLING_CHOICES: readonly Choice[] = [
  { value: '', words: 'Any' },
  { value: 'true', words: 'In a sibling group' },
  { value: 'false', words: 'Without siblings in the plan' },
]

/** For a fact of which several may be chosen: each choice adds a chip, and what is chosen cannot be chosen again. */
const adding = (any: string, choices: readonly Choice[], chosen: readonly string[]): readonly Choice[] => [
  { value: '', words: chosen.length === 0 ? any : 'Add another' },
  ...choices.map((choice) => ({ ...choice, disabled: chosen.includes(choice.value) })),
]

interface FilterBarProps {
  readonly filter: WaitingFilter
  readonly agencies: Me['agencies']
  readonly change: (filter: WaitingFilter) => void
}

/** Adds to the filter; what is filtered stands below, as chips. The address of the page holds it, so that it can be sent and kept. */
export const FilterBar = ({ filter, agencies, change }: FilterBarProps) => {
  const styles = useStyles()
  const write = (edit: (query: URLSearchParams) => void) => {
    const query = writeFilter(filter)
    edit(query)
    change(readFilter(query.toString()))
  }
  const add = (name: string) => (value: string) => write((query) => query.append(name, value))
  const set = (name: string) => (value: string) => write((query) => query.set(name, value))
  const dayField = (name: 'minDays' | 'maxDays', label: string) => {
    const shown = String(filter[name] ?? '')
    return (
      <Field label={label}>
        <Input
          key={shown}
          type="number"
          min={0}
          max={10_000}
          defaultValue={shown}
          className={styles.number}
          input={{ className: styles.number }}
          onBlur={({ target }) => target.value !== shown && set(name)(target.value)}
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && set(name)(currentTarget.value)}
        />
      </Field>
    )
  }
  const flag = (name: FilterFlag) => (
    <Checkbox label={FLAG_WORDS[name]} checked={filter[name]} onChange={(_event, { checked }) => change(withFlag(filter, name, checked === true))} />
  )
  const agencyChoices = agencies.map(({ code, name }) => ({ value: code, words: name }))
  const ageChoices = AGE_BANDS.map((band) => ({ value: band, words: band }))
  return (
    <div role="search" aria-label="Filter the waiting list" className={styles.bar}>
      <FindChild />
      <ChoiceField label="Agency" value="" choices={adding('Any agency', agencyChoices, filter.agencies)} choose={add('agency')} />
      <ChoiceField label="Age" value="" choices={adding('Any age', ageChoices, filter.ageBands)} choose={add('ageBand')} />
      <ChoiceField label="Sex" value={filter.sex ?? ''} choices={SEX_CHOICES} choose={set('sex')} />
      <ChoiceField label="Siblings" value={String(filter.siblings ?? '')} choices={SIBLING_CHOICES} choose={set('siblings')} />
      {dayField('minDays', 'Days, at least')}
      {dayField('maxDays', 'Days, at most')}
      <DateField
        label="Changed since"
        value={filter.changedSince ?? ''}
        latest={londonDate(new Date())}
        set={(value) => change({ ...filter, changedSince: value === '' ? undefined : value })}
      />
      <div className={styles.flags}>
        {flag('mine')}
        {flag('harderToPlace')}
        {flag('withoutProfile')}
        {flag('unborn')}
      </div>
    </div>
  )
}
