import { Text, ToggleButton, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'

const useStyles = makeStyles({
  bar: { display: 'flex', columnGap: '2px', height: '16px', borderRadius: tokens.borderRadiusMedium, overflow: 'hidden' },
  legend: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  item: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalS, fontVariantNumeric: 'tabular-nums' },
  button: { fontWeight: tokens.fontWeightRegular, paddingInline: tokens.spacingHorizontalS },
  swatch: { boxSizing: 'border-box', flexShrink: 0, width: '12px', height: '12px', borderRadius: tokens.borderRadiusSmall },
  part: { boxSizing: 'border-box', border: `1px solid ${tokens.colorNeutralStrokeAccessible}` },
  chosen: { cursor: 'pointer' },
  look0: { backgroundColor: tokens.colorNeutralBackground1 },
  /** striped and dotted, so that they differ where the theme has few colours */
  look1: { backgroundImage: `repeating-linear-gradient(135deg, ${tokens.colorCompoundBrandBackground} 0 2px, transparent 2px 5px)` },
  look2: { backgroundColor: tokens.colorCompoundBrandBackground },
  look3: { backgroundColor: tokens.colorNeutralForeground1 },
  look4: { backgroundImage: `radial-gradient(${tokens.colorNeutralForeground1} 30%, transparent 34%)`, backgroundSize: '5px 5px' },
})

export interface Part<N extends string> {
  readonly name: N
  readonly words: string
  readonly count: number
  /** how it is drawn, where not by its place: the largest part is best plain */
  readonly look?: number
}

interface PartitionProps<N extends string> {
  /** what the parts are parts of */
  readonly label: string
  readonly parts: readonly Part<N>[]
  /** which parts the list is narrowed to, and what a press on one does; without it the parts only tell */
  readonly choice?: { readonly chosen: readonly N[]; readonly press: (name: N) => void }
}

/** Children as one bar, parted; each part again as a count in words, which narrows the list where it can. */
export const Partition = <N extends string>({ label, parts, choice }: PartitionProps<N>) => {
  const styles = useStyles()
  const looks = [styles.look0, styles.look1, styles.look2, styles.look3, styles.look4]
  const words = (part: Part<N>) => (
    <Text>
      <Text weight="semibold">{part.count.toLocaleString('en-GB')}</Text> {part.words}
    </Text>
  )
  return (
    <>
      <div aria-hidden className={styles.bar}>
        {parts.map(
          ({ name, count, look }, index) =>
            count > 0 && (
              <div
                key={name}
                className={mergeClasses(styles.part, looks[look ?? index], choice && styles.chosen)}
                style={{ flexGrow: count, flexBasis: 0 }}
                onClick={() => choice?.press(name)}
              />
            ),
        )}
      </div>
      <ul aria-label={label} className={styles.legend}>
        {parts.map((part, index) => (
          <li key={part.name} className={styles.item}>
            <span aria-hidden className={mergeClasses(styles.swatch, styles.part, looks[part.look ?? index])} />
            {choice ? (
              <ToggleButton
                size="small"
                appearance="subtle"
                className={styles.button}
                checked={choice.chosen.includes(part.name)}
                onClick={() => choice.press(part.name)}
              >
                {words(part)}
              </ToggleButton>
            ) : (
              words(part)
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
