import { Button, Caption1, Text, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import type { Post } from '../../api/shapes.ts'
import { Panel } from '../../components/panel.tsx'
import { Reference } from '../../components/reference.tsx'
import { instantWords } from '../../text/dates.ts'
import { counted } from '../../text/numbers.ts'
import { BECAUSE_WORDS, PURPOSE_WORDS, postSentence } from '../../text/posts.ts'

const useStyles = makeStyles({
  references: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  copies: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
  small: { display: 'block', color: tokens.colorNeutralForeground2 },
})

const STATUS_WORDS = { 'adm-decision': 'ADM decision', 'placement-order': 'placement order' } as const

/** On what each child's card left its agency, said once where it is the same for all. */
const statusWords = ({ children }: Post): string => {
  const all = [...new Set(children.map(({ legalStatus }) => STATUS_WORDS[legalStatus]))]
  return `on ${all.join(' or ')}`
}

/** What one command posted: the child or the list, each copy and what became of it, who could read it, and taking it back. */
export const PostGroup = ({ copies, withdraw }: { readonly copies: readonly [Post, ...Post[]]; readonly withdraw: () => void }) => {
  const styles = useStyles()
  const restoreFocus = useRestoreFocusTarget()
  const [first] = copies
  const title = first.kind === 'list' ? `A list of ${counted(first.children.length, 'child', 'children')}` : `Card of ${first.children[0]?.reference ?? ''}`
  const people = first.readers.reduce((sum, reader) => sum + reader.people, 0)
  const because = first.withdrawal?.because ?? null
  return (
    <Panel
      title={title}
      acts={
        copies.some(({ mayWithdraw }) => mayWithdraw) && (
          <Button {...restoreFocus} size="small" onClick={withdraw} aria-label={`Take back: ${title}`}>
            Take back…
          </Button>
        )
      }
    >
      <div className={styles.references}>
        {first.children.map(({ reference }) => (
          <Reference key={reference} reference={reference} link />
        ))}
      </div>
      <ul className={styles.copies} aria-label="Where it is">
        {copies.map((post) => (
          <li key={post.id}>
            <Text>{postSentence(post)}</Text>
          </li>
        ))}
      </ul>
      <Caption1 className={styles.small}>
        {PURPOSE_WORDS[first.purpose]}, {statusWords(first)}. Confirmed by {first.author}, {instantWords(first.requestedAt)}
        {people > 0 && `, when ${counted(people, 'person', 'people')} could read it`}.{because !== null && ` Taken back because: ${BECAUSE_WORDS[because]}.`}
      </Caption1>
    </Panel>
  )
}
