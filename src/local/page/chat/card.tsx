import { makeStyles, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { drawCard, type Pressed } from './draw-card.ts'

const useStyles = makeStyles({
  card: {
    maxWidth: '640px',
    overflowX: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow2,
    '& .ac-adaptiveCard:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '& button.ac-pushButton': {
      minHeight: '32px',
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
      fontFamily: tokens.fontFamilyBase,
      fontSize: tokens.fontSizeBase300,
      fontWeight: tokens.fontWeightSemibold,
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusMedium,
      cursor: 'pointer',
      overflow: 'visible',
      whiteSpace: 'normal',
    },
    '& button.ac-pushButton:hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '& button.ac-pushButton.primary, & button.ac-pushButton.style-positive': {
      color: tokens.colorNeutralForegroundOnBrand,
      backgroundColor: tokens.colorBrandBackground,
      border: `1px solid ${tokens.colorBrandBackground}`,
    },
    '& button.ac-pushButton:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    '& .ac-actionSet': { flexWrap: 'wrap', gap: tokens.spacingVerticalS },
    '&:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '& .ac-textBlock, & .ac-richTextBlock': { overflowWrap: 'anywhere' },
    '& input[type=checkbox], & input[type=radio]': { width: '16px', height: '16px', margin: '5px 8px 5px 2px !important' },
    '& .spoken': { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
    '& .ac-selectable': { cursor: 'pointer' },
    '& .ac-selectable:hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '& .ac-selectable:focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '& a': { color: tokens.colorBrandForegroundLink },
    '& input:not([type=checkbox]):not([type=radio]), & select, & textarea': {
      width: '100%',
      boxSizing: 'border-box',
      minHeight: '32px',
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      fontFamily: tokens.fontFamilyBase,
      fontSize: tokens.fontSizeBase300,
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
      borderRadius: tokens.borderRadiusMedium,
    },
  },
})

/** One Adaptive Card; drawn anew only when its content changes, so that what somebody typed into it stays. */
export const Card = ({ card, onPressed }: { readonly card: unknown; readonly onPressed: (pressed: Pressed) => void }) => {
  const styles = useStyles()
  const frame = useRef<HTMLDivElement>(null)
  const pressed = useRef(onPressed)
  const content = JSON.stringify(card)
  useEffect(() => {
    pressed.current = onPressed
  }, [onPressed])
  useEffect(() => {
    const drawn = drawCard(JSON.parse(content), (what) => {
      pressed.current(what)
    })
    // whoever pressed a button stays where they were, although the button is gone
    const isHeld = frame.current?.contains(document.activeElement) ?? false
    frame.current?.replaceChildren(drawn ?? 'This card cannot be drawn here.')
    if (isHeld) frame.current?.focus()
  }, [content])
  return <div ref={frame} role="group" aria-label="Card" tabIndex={-1} className={styles.card} />
}
