import { Button } from '@fluentui/react-components'
import { Empty } from '../../components/empty.tsx'
import { LISTED_WORDS } from '../../text/words.ts'
import { NO_FILTER, writeFilter } from './waiting-filter.ts'
import type { WaitingFilter } from './waiting-filter.ts'

const BEGIN = 'To begin, add a child, or ask your practice manager to import your tracker.'
const EMPTY: Readonly<Record<WaitingFilter['list'], string>> = {
  waiting: `Children appear here from the decision for adoption, or the placement order, until they are matched. ${BEGIN}`,
  'order-not-placed': `Children appear here from the placement order until they are placed. ${BEGIN}`,
  open: `Children of your agency appear here from the first day on, until they are adopted or the plan ends. ${BEGIN}`,
}

/** The list is empty: what would be here, or which filter leaves nobody. */
export const NobodyHere = ({ filter, change }: { readonly filter: WaitingFilter; readonly change: (filter: WaitingFilter) => void }) => {
  const all = { ...NO_FILTER, list: filter.list }
  const isFiltered = writeFilter(filter).toString() !== writeFilter(all).toString()
  return isFiltered ? (
    <Empty title="No child on this list fits these filters" words="Take away one filter, or all of them.">
      <Button onClick={() => change(all)}>Clear all filters</Button>
    </Empty>
  ) : (
    <Empty title={`There is no child ${LISTED_WORDS[filter.list]}`} words={EMPTY[filter.list]} />
  )
}
