import { Text, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { WAITING_BANDS } from '../../../src/children/child-views.ts'

const useStyles = makeStyles({
  bar: { display: 'flex', columnGap: '2px', height: '16px', borderRadius: tokens.borderRadiusMedium, overflow: 'hidden' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  item: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, fontVariantNumeric: 'tabular-nums' },
  swatch: { boxSizing: 'border-box', width: '12px', height: '12px', borderRadius: tokens.borderRadiusSmall },
  part: { boxSizing: 'border-box', border: `1px solid ${tokens.colorNeutralStrokeAccessible}` },
  band0: { backgroundColor: tokens.colorNeutralBackground1 },
  /** striped, so that it differs from the first where the theme has few colours */
  band1: { backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorCompoundBrandBackground} 0 2px, transparent 2px 5px)` },
  band2: { backgroundColor: tokens.colorCompoundBrandBackground },
  band3: { backgroundColor: tokens.colorNeutralForeground1 },
})

/** The children who wait as one bar, parted by how long; each part again as a count in words. */
export const Partition = ({ bands }: { readonly bands: readonly number[] }) => {
  const styles = useStyles()
  const colours = [styles.band0, styles.band1, styles.band2, styles.band3]
  return (
    <>
      <div aria-hidden className={styles.bar}>
        {bands.map(
          (count, band) =>
            count > 0 && <div key={WAITING_BANDS[band]} className={mergeClasses(styles.part, colours[band])} style={{ flexGrow: count, flexBasis: 0 }} />,
        )}
      </div>
      <ul aria-label="How long they have waited" className={styles.legend}>
        {WAITING_BANDS.map((words, band) => (
          <li key={words} className={styles.item}>
            <span aria-hidden className={mergeClasses(styles.swatch, styles.part, colours[band])} />
            <Text>
              <Text weight="semibold">{bands[band] ?? 0}</Text> {words}
            </Text>
          </li>
        ))}
      </ul>
    </>
  )
}
