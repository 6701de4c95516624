import { Button, Caption1, Text, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { useState } from 'react'
import type { Partner, Partners } from '../../../api/administration-queries.ts'
import { Notice } from '../../../components/notice.tsx'
import { Panel } from '../../../components/panel.tsx'
import { instantWords } from '../../../text/dates.ts'
import { ChangeSharing } from './change-sharing.tsx'
import { SHARES_WORDS } from './sharing-words.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS, margin: 0, padding: 0, listStyleType: 'none' },
  small: { display: 'block', color: tokens.colorNeutralForeground2 },
})

interface OwnSharingProps {
  readonly own: Partner
  readonly changes: Partners['changes']
  readonly mayChange: boolean
}

/** From when what is shared of one's own children leaves the agency, and who decided so. */
export const OwnSharing = ({ own, changes, mayChange }: OwnSharingProps) => {
  const styles = useStyles()
  const restoreFocus = useRestoreFocusTarget()
  const [isChanging, setChanging] = useState(false)
  const [isSaved, setSaved] = useState(false)
  const saved = () => {
    setChanging(false)
    setSaved(true)
  }
  return (
    <Panel
      title="From when your agency shares"
      acts={
        mayChange && (
          <Button {...restoreFocus} onClick={() => setChanging(true)}>
            Change
          </Button>
        )
      }
    >
      <Text>
        Partner agencies read of a child of yours from <Text weight="semibold">{SHARES_WORDS[own.sharesFrom]}</Text>. Before that they find nothing. Your
        agency’s lawyer should have confirmed this (Adoption and Children Act 2002, section 123).
      </Text>
      {isSaved && (
        <Notice tone="success" title="Saved.">
          What partners read of your children follows within a minute.
        </Notice>
      )}
      {changes.length > 0 && (
        <ul className={styles.list} aria-label="Changes, newest first">
          {changes.map(({ at, by, became, reason }) => (
            <li key={at}>
              <Text>
                From {SHARES_WORDS[became]}: {reason}
              </Text>
              <Caption1 className={styles.small}>
                {by}, {instantWords(at)}
              </Caption1>
            </li>
          ))}
        </ul>
      )}
      {isChanging && <ChangeSharing was={own.sharesFrom} saved={saved} close={() => setChanging(false)} />}
    </Panel>
  )
}
