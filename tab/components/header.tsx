import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { Me } from '../api/shapes.ts'
import { RouteLink, useRoute } from '../navigation.tsx'
import { AgencySwitch } from './agency-switch.tsx'
import { PAGES, homeOf } from './pages.ts'

const useStyles = makeStyles({
  demo: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    textAlign: 'center',
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media (max-width: 640px)': { paddingInline: tokens.spacingHorizontalL },
  },
  links: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalXL, margin: 0, padding: 0, listStyleType: 'none' },
  link: { display: 'inline-block', paddingBlock: tokens.spacingVerticalS, borderBottom: '2px solid transparent' },
  current: {
    display: 'inline-block',
    paddingBlock: tokens.spacingVerticalS,
    fontWeight: tokens.fontWeightSemibold,
    borderBottom: `2px solid ${tokens.colorCompoundBrandStroke}`,
  },
  person: { color: tokens.colorNeutralForeground2 },
})

/** Says that this is the demo, where one is, and as whom and for which agency one looks. */
export const Header = ({ person, demo }: { readonly person: Me | undefined; readonly demo: boolean }) => {
  const styles = useStyles()
  const route = useRoute()
  const current = route.page === 'home' && person ? homeOf(person).page : route.page
  return (
    <header>
      {demo && <div className={styles.demo}>Demo: no real children</div>}
      <div className={styles.bar}>
        <nav aria-label="Pages">
          <ul className={styles.links}>
            {person?.pages.map((page) => (
              <li key={page}>
                <RouteLink to={PAGES[page].to} current={current === page} className={current === page ? styles.current : styles.link}>
                  {PAGES[page].name}
                </RouteLink>
              </li>
            ))}
          </ul>
        </nav>
        {person && (
          <div>
            <Text className={styles.person}>{person.name}</Text>
            {person.worksFor.length > 1 ? <AgencySwitch person={person} /> : <Text className={styles.person}>, {person.agency.name}</Text>}
          </div>
        )}
      </div>
    </header>
  )
}
