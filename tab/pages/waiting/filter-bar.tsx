import { Field, Input, Select, makeStyles, tokens } from '@fluentui/react-components'
import { AGE_BANDS, SEXES } from '../../../src/children/child-views.ts'
import type { Me } from '../../api/shapes.ts'
import { SEXES_WORDS } from '../../text/words.ts'
import { FindChild } from './find-child.tsx'
import { readFilter, writeFilter } from './waiting-filter.ts'
import type { WaitingFilter } from './waiting-filter.ts'

const useStyles = makeStyles({
  bar: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(136px, 1fr))', gap: tokens.spacingHorizontalM, alignItems: 'end' },
  number: { minWidth: 0, width: '100%' },
})

interface FilterBarProps {
  readonly filter: WaitingFilter
  readonly agencies: Me['agencies']
  readonly change: (filter: WaitingFilter) => void
}

/** Adds to the filter; what is filtered stands below, as chips. The address of the page holds it, so that it can be sent and kept. */
export const FilterBar = ({ filter, agencies, change }: FilterBarProps) => {
  const styles = useStyles()
  const set = (name: string, value: string, several = false) => {
    const query = writeFilter(filter)
    if (several) query.append(name, value)
    else query.set(name, value)
    change(readFilter(query.toString()))
  }
  const several = (name: string, label: string, any: string, options: readonly (readonly [string, string])[], chosen: readonly string[]) => (
    <Field label={label}>
      <Select value="" onChange={(_event, { value }) => set(name, value, true)}>
        <option value="">{chosen.length === 0 ? any : 'Add another'}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value} disabled={chosen.includes(value)}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  )
  const dayField = (name: 'minDays' | 'maxDays', label: string) => (
    <Field label={label}>
      <Input
        key={filter[name] ?? 'none'}
        type="number"
        min={0}
        max={10_000}
        defaultValue={String(filter[name] ?? '')}
        input={{ className: styles.number }}
        onBlur={({ target }) => target.value !== String(filter[name] ?? '') && set(name, target.value)}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && set(name, currentTarget.value)}
      />
    </Field>
  )
  return (
    <div role="search" aria-label="Filter the waiting list" className={styles.bar}>
      <FindChild />
      {several(
        'agency',
        'Agency',
        'Any agency',
        agencies.map(({ code, name }) => [code, name] as const),
        filter.agencies,
      )}
      {several(
        'ageBand',
        'Age',
        'Any age',
        AGE_BANDS.map((band) => [band, band] as const),
        filter.ageBands,
      )}
      <Field label="Sex">
        <Select value={filter.sex ?? ''} onChange={(_event, { value }) => set('sex', value)}>
          <option value="">Girls and boys</option>
          {SEXES.map((sex) => (
            <option key={sex} value={sex}>
              {SEXES_WORDS[sex]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Siblings">
        <Select value={filter.siblings === undefined ? '' : String(filter.siblings)} onChange={(_event, { value }) => set('siblings', value)}>
          <option value="">With and without</option>
          <option value="true">In a sibling group</option>
          <option value="false">Without siblings in the plan</option>
        </Select>
      </Field>
      {dayField('minDays', 'Days, at least')}
      {dayField('maxDays', 'Days, at most')}
    </div>
  )
}
