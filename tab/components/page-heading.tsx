import { Text, makeStyles, tokens, typographyStyles } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalXXL,
    rowGap: tokens.spacingVerticalS,
  },
  title: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  heading: { ...typographyStyles.title2, margin: 0, outlineStyle: 'none', overflowWrap: 'anywhere' },
  question: { display: 'block', color: tokens.colorNeutralForeground2 },
})

let shownBefore = false

interface PageHeadingProps {
  /** the page's name, also the window's title */
  readonly title: string
  /** the question that the page answers */
  readonly question?: string
  /** the heading as it is seen, where the title alone is not it */
  readonly children?: ReactNode
  readonly beside?: ReactNode
  /** what stands at the right, such as the time of the reading */
  readonly aside?: ReactNode
}

/** The page's one first heading. It takes the focus when the page changes, but not when the tab has just opened. */
export const PageHeading = ({ title, question, children, beside, aside }: PageHeadingProps) => {
  const styles = useStyles()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Family Finding`
    if (shownBefore) heading.current?.focus()
    shownBefore = true
  }, [title])
  return (
    <div className={styles.row}>
      <div>
        <div className={styles.title}>
          <h1 ref={heading} tabIndex={-1} className={styles.heading}>
            {children ?? title}
          </h1>
          {beside}
        </div>
        {question !== undefined && <Text className={styles.question}>{question}</Text>}
      </div>
      {aside}
    </div>
  )
}
