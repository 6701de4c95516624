import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { SEARCH_ROUTES } from '../../src/children/child-views.ts'
import { routeWords } from '../text/child.ts'
import { list } from '../text/numbers.ts'

const useStyles = makeStyles({
  dots: { display: 'inline-flex', columnGap: tokens.spacingHorizontalXS, verticalAlign: 'middle' },
  dot: {
    boxSizing: 'border-box',
    width: '10px',
    height: '10px',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  },
  tried: { backgroundColor: tokens.colorCompoundBrandBackground },
})

/** The ways to a family as dots in a fixed order, filled where tried; each says its name to a pointer, all of them to a screen reader. */
export const RouteDots = ({ routes }: { readonly routes: readonly string[] }) => {
  const styles = useStyles()
  const label = routes.length === 0 ? 'No route tried yet' : `Routes: ${routeWords(routes)}: ${list(routes)}`
  return (
    <span role="img" aria-label={label} className={styles.dots}>
      {SEARCH_ROUTES.map((route) => {
        const isTried = routes.includes(route)
        return <span key={route} title={`${route}: ${isTried ? 'tried' : 'not tried'}`} className={mergeClasses(styles.dot, isTried && styles.tried)} />
      })}
    </span>
  )
}
