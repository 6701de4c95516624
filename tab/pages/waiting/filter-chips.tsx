import { Button, Text, makeStyles, tokens } from '@fluentui/react-components'
import { DismissRegular } from '@fluentui/react-icons'
import type { Me } from '../../api/shapes.ts'
import { NO_FILTER, chipsOf } from './waiting-filter.ts'
import type { WaitingFilter } from './waiting-filter.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS, margin: 0, padding: 0, listStyleType: 'none' },
})

interface FilterChipsProps {
  readonly filter: WaitingFilter
  readonly agencies: Me['agencies']
  readonly change: (filter: WaitingFilter) => void
}

/** What is filtered, in words; each part is cleared by its own button. */
export const FilterChips = ({ filter, agencies, change }: FilterChipsProps) => {
  const styles = useStyles()
  const chips = chipsOf(filter, new Map(agencies.map(({ code, name }) => [code, name])))
  if (chips.length === 0) return null
  return (
    <ul aria-label="Filters in use" className={styles.list}>
      <li>
        <Text>Only:</Text>
      </li>
      {chips.map(({ words, without }) => (
        <li key={words}>
          <Button
            size="small"
            shape="circular"
            icon={<DismissRegular />}
            iconPosition="after"
            aria-label={`${words}, clear this filter`}
            onClick={() => change(without)}
          >
            {words}
          </Button>
        </li>
      ))}
      <li>
        <Button size="small" appearance="transparent" onClick={() => change({ ...NO_FILTER, list: filter.list })}>
          Clear all filters
        </Button>
      </li>
    </ul>
  )
}
