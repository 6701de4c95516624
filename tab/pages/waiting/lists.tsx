import { Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { LISTS } from '../../../src/children/child-views.ts'
import type { WaitingFigures } from '../../api/shapes.ts'
import { RouteLink } from '../../navigation.tsx'
import { LIST_MEANINGS, LIST_WORDS } from '../../text/words.ts'
import { inList, writeFilter } from './waiting-filter.ts'
import type { WaitingFilter } from './waiting-filter.ts'

const useStyles = makeStyles({
  lists: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXL, margin: 0, padding: 0, listStyleType: 'none' },
  link: { display: 'inline-block', paddingBlock: tokens.spacingVerticalS, borderBottom: '2px solid transparent' },
  current: {
    display: 'inline-block',
    paddingBlock: tokens.spacingVerticalS,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `2px solid ${tokens.colorCompoundBrandStroke}`,
  },
  small: { color: tokens.colorNeutralForeground2 },
})

/** Which children are listed: one link each, with how many that would be under the same filters, where the list can have them; what the list means stands below. */
export const Lists = ({ filter, figures }: { readonly filter: WaitingFilter; readonly figures: WaitingFigures | undefined }) => {
  const styles = useStyles()
  // an agency without children, as the hub, has no list of its own
  const offered = LISTS.filter((list) => list !== 'open' || list === filter.list || (figures?.lists.open ?? 0) > 0)
  return (
    <nav aria-label="Lists">
      <ul className={styles.lists}>
        {offered.map((list) => (
          <li key={list}>
            <RouteLink
              to={{ page: 'waiting', query: writeFilter(inList(filter, list)).toString() }}
              current={list === filter.list}
              className={list === filter.list ? styles.current : styles.link}
            >
              {LIST_WORDS[list]}
              {figures && (list === filter.list || !filter.unborn) && ` (${figures.lists[list].toLocaleString('en-GB')})`}
            </RouteLink>
          </li>
        ))}
      </ul>
      <Caption1 className={styles.small}>{LIST_MEANINGS[filter.list]}</Caption1>
    </nav>
  )
}
