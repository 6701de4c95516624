import { makeStyles, tokens } from '@fluentui/react-components'
import { AdaptiveCard, HostConfig } from 'adaptivecards'
import { useEffect, useRef } from 'react'
import { hostConfig } from './host-config.ts'
import { plainMarkdown } from './plain-markdown.ts'

const useStyles = makeStyles({
  frame: {
    overflowX: 'auto',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    '& .ac-actionSet': { flexWrap: 'wrap', rowGap: tokens.spacingVerticalXS },
    '& button': {
      margin: tokens.spacingHorizontalXXS,
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
      fontFamily: tokens.fontFamilyBase,
      fontSize: tokens.fontSizeBase300,
      color: tokens.colorNeutralForeground2,
      backgroundColor: tokens.colorNeutralBackground1,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusMedium,
      overflow: 'visible',
      whiteSpace: 'normal',
    },
  },
})

/** Drawn by the same parser that Teams' own cards come from; its buttons are switched off. */
const draw = (json: Readonly<Record<string, unknown>>): HTMLElement | undefined => {
  const card = new AdaptiveCard()
  card.hostConfig = new HostConfig(hostConfig)
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = plainMarkdown(text)
    result.didProcess = true
  }
  card.parse(json)
  const element = card.render()
  for (const control of element?.querySelectorAll<HTMLButtonElement | HTMLInputElement>('button, input, select, textarea') ?? []) control.disabled = true
  return element
}

const CardPreview = ({ card }: { readonly card: Readonly<Record<string, unknown>> }) => {
  const styles = useStyles()
  const frame = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = draw(card)
    frame.current?.replaceChildren(...(element ? [element] : ['This card cannot be drawn here. Nothing has been posted.']))
  }, [card])
  return <div ref={frame} className={styles.frame} />
}

export default CardPreview
