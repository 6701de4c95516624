import { Body1, Subtitle2, makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  box: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    rowGap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
    textAlign: 'center',
    border: `1px dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusXLarge,
  },
  words: { maxWidth: '60ch' },
})

/** What would be here, and how to begin. */
export const Empty = ({ title, words, children }: { readonly title: string; readonly words: string; readonly children?: ReactNode }) => {
  const styles = useStyles()
  return (
    <div className={styles.box}>
      <Subtitle2>{title}</Subtitle2>
      <Body1 className={styles.words}>{words}</Body1>
      {children}
    </div>
  )
}
