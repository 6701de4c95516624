import { makeStyles, tokens } from '@fluentui/react-components'
import type { EntitledChildDetail } from '../../api/shapes.ts'
import { Changes } from './changes.tsx'
import { Clocks } from './clocks.tsx'
import { Emergency } from './emergency/emergency.tsx'
import { Facts } from './facts.tsx'
import { Journey } from './journey.tsx'
import { HarderToPlace, Needs } from './needs.tsx'
import { NextStep } from './next-step.tsx'
import { PostsAbout } from './posts-about.tsx'
import { PrivateDetail } from './private-detail.tsx'
import { Routes } from './routes.tsx'
import { Siblings } from './siblings.tsx'
import { Warnings } from './warnings.tsx'
import { WhoSees } from './who-sees.tsx'

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 1fr)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
    '@media (max-width: 899px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, minWidth: 0 },
  pair: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(min(240px, 100%), 1fr))', alignItems: 'start', gap: tokens.spacingHorizontalL },
})

/** What is known about a child: what is next and the whole plan on top, then its clocks and, beside them, the child and who may see it. */
export const ChildParts = ({ child }: { readonly child: EntitledChildDetail }) => {
  const styles = useStyles()
  return (
    <>
      {child.view === 'own' && child.warnings.length > 0 && <Warnings warnings={child.warnings} />}
      <NextStep child={child} />
      <Journey child={child} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Clocks child={child} />
          <div className={styles.pair}>
            <Needs child={child} />
            <HarderToPlace child={child} />
          </div>
          <PostsAbout reference={child.reference} />
          {child.view === 'own' && <Changes changes={child.changes} />}
        </div>
        <div className={styles.column}>
          <WhoSees child={child} />
          <Facts child={child} />
          {child.view === 'own' && <Routes routeDates={child.routeDates} />}
          <Siblings child={child} />
          {child.actions.includes('break-glass') && <Emergency reference={child.reference} owner={child.agency.name} />}
          {child.actions.includes('read-private') && <PrivateDetail reference={child.reference} />}
        </div>
      </div>
    </>
  )
}
