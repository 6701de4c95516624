import { Skeleton, SkeletonItem, makeStyles, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  tiles: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(136px, 1fr))', gap: tokens.spacingHorizontalL },
})

const ROWS = [1, 2, 3, 4, 5, 6]

/** The shape of a page whose facts are on their way: figures, then rows. */
export const PageSkeleton = ({ label, figures = 4 }: { readonly label: string; readonly figures?: number }) => {
  const styles = useStyles()
  return (
    <Skeleton aria-label={label} className={styles.stack}>
      <div className={styles.tiles}>
        {ROWS.slice(0, figures).map((tile) => (
          <SkeletonItem key={tile} size={72} />
        ))}
      </div>
      {ROWS.map((row) => (
        <SkeletonItem key={row} size={40} />
      ))}
    </Skeleton>
  )
}
