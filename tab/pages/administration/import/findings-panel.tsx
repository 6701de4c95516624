import { Body1, Caption1, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { ImportFinding } from '../../../api/import-queries.ts'
import { Panel } from '../../../components/panel.tsx'
import { sentence } from '../../../text/numbers.ts'
import { groupFindings } from './finding-groups.ts'
import { placeWords } from './place-words.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  item: { paddingBlockEnd: tokens.spacingVerticalS, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
  small: { display: 'block', color: tokens.colorNeutralForeground2 },
})

interface FindingsPanelProps {
  readonly title: string
  readonly words: string
  readonly findings: readonly ImportFinding[]
}

/** What is wrong or odd, each thing once, with its column and its rows as Excel numbers them. */
export const FindingsPanel = ({ title, words, findings }: FindingsPanelProps) => {
  const styles = useStyles()
  if (findings.length === 0) return null
  return (
    <Panel title={title}>
      <Body1>{words}</Body1>
      <ul className={styles.list}>
        {groupFindings(findings).map((group) => (
          <li key={group.key} className={styles.item}>
            <Text weight="semibold">{group.column}</Text>
            <Text block>{group.sentence}</Text>
            <Caption1 className={styles.small}>{sentence(placeWords(group.places))}</Caption1>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
