import { Field, Select } from '@fluentui/react-components'
import type { Conversation } from '../../api/shapes.ts'
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
    <Field label="Where to post" required>
      <Select value={chosen ?? ''} onChange={(_event, { value }) => choose(value)}>
        <option value="">Choose a conversation</option>
        {conversations.map((conversation) => (
          <option key={conversation.handle} value={conversation.handle}>
            {nameOf(conversation)}
          </option>
        ))}
      </Select>
    </Field>
  )
