import type { Conversation } from '../../api/shapes.ts'
import { ChoiceField } from '../../components/choice-field.tsx'
import { Empty } from '../../components/empty.tsx'

interface ConversationFieldProps {
  readonly conversations: readonly Conversation[]
  readonly chosen: string | undefined
  readonly choose: (handle: string) => void
}

const nameOf = ({ name, kind, copies }: Conversation): string => (kind === 'regional' && copies > 1 ? `${name} (one copy in each of ${copies} channels)` : name)

/** Where the card will go. */
export const ConversationField = ({ conversations, chosen, choose }: ConversationFieldProps) =>
  conversations.length === 0 ? (
    <Empty
      title="There is no conversation to post to yet"
      words="Add Family Finding to a channel in Teams, and the channel appears here. Your administrator can do that in the team’s list of apps."
    />
  ) : (
    <ChoiceField
      label="Where to post"
      required
      value={chosen ?? ''}
      choices={[
        { value: '', words: 'Choose a conversation' },
        ...conversations.map((conversation) => ({ value: conversation.handle, words: nameOf(conversation) })),
      ]}
      choose={choose}
    />
  )
