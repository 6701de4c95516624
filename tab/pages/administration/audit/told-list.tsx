import { Caption1, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    paddingBlockEnd: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS, flex: '1 1 240px', minWidth: 0, overflowWrap: 'anywhere' },
  small: { color: tokens.colorNeutralForeground2 },
})

export const ToldList = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <ul aria-label={label} className={useStyles().list}>
    {children}
  </ul>
)

interface ToldProps {
  /** what happened, in one sentence */
  readonly title: string
  readonly details: readonly string[]
  /** what can be done about it */
  readonly children?: ReactNode
}

/** One thing that somebody is told of, with what can be done about it. */
export const Told = ({ title, details, children }: ToldProps) => {
  const styles = useStyles()
  return (
    <li className={styles.item}>
      <div className={styles.words}>
        <Text weight="semibold">{title}</Text>
        {details.map((detail) => (
          <Caption1 key={detail} className={styles.small}>
            {detail}
          </Caption1>
        ))}
      </div>
      {children}
    </li>
  )
}
