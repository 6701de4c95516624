import { makeStyles, tokens } from '@fluentui/react-components'
import { usePartners } from '../../../api/administration-queries.ts'
import { Freshness } from '../../../components/freshness.tsx'
import { Notice } from '../../../components/notice.tsx'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { PartnerPanel } from './partner-panel.tsx'
import { OwnSharing } from './own-sharing.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 340px), 1fr))',
    gap: tokens.spacingHorizontalL,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
})

/** Which agencies take part, is each set up, and from when does each share? */
export const PartnersSection = () => {
  const styles = useStyles()
  const { data, error, isPending, isRefetching, dataUpdatedAt, refetch } = usePartners()
  const own = data?.items.find(({ isYours }) => isYours)
  return (
    <div className={styles.page}>
      {data && <Freshness updatedAt={dataUpdatedAt} refreshing={isRefetching} refresh={refetch} />}
      {isPending && <PageSkeleton label="Loading the partner agencies" figures={0} />}
      {error && <ProblemNotice error={error} retry={refetch} />}
      {data?.demo === true && (
        <Notice tone="info" title="Demo.">
          No organisation has to approve anything here. In a live service each organisation’s link for that is shown.
        </Notice>
      )}
      {data && own && <OwnSharing own={own} changes={data.changes} mayChange={data.mayChangeSharing} />}
      {data && (
        <ul className={styles.list} aria-label="Agencies of the partnership">
          {data.items.map((partner) => (
            <li key={partner.code}>
              <PartnerPanel partner={partner} demo={data.demo} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
