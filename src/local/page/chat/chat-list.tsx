import { Badge, Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components'
import { useId } from 'react'
import type { Chat } from '../api.ts'
import { chatKind, chatName } from '../words.ts'

const NARROW = '@media (max-width: 640px)'
const useStyles = makeStyles({
  list: {
    width: '260px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: tokens.spacingHorizontalS,
    overflowY: 'auto',
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    [NARROW]: { display: 'none' },
  },
  chat: { justifyContent: 'space-between', textAlign: 'left', padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, minWidth: 0 },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  kind: { color: tokens.colorNeutralForeground2 },
  select: { display: 'none', padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`, [NARROW]: { display: 'block' } },
})

interface Props {
  readonly chats: readonly Chat[]
  readonly open: Chat | undefined
  readonly unread: ReadonlySet<string>
  readonly onOpen: (chat: string) => void
}

/** The conversations of one person; on a narrow screen a list to choose from. */
export const ChatList = ({ chats, open, unread, onOpen }: Props) => {
  const styles = useStyles()
  const id = useId()
  return (
    <>
      <nav aria-label="Conversations" className={styles.list}>
        {chats.map((chat) => (
          <Button
            key={chat.id}
            appearance={chat.id === open?.id ? 'secondary' : 'subtle'}
            aria-current={chat.id === open?.id ? 'true' : undefined}
            aria-describedby={`${id}-${chat.kind}`}
            className={styles.chat}
            onClick={() => {
              onOpen(chat.id)
            }}
          >
            <span className={styles.words}>
              <Text weight={unread.has(chat.id) ? 'bold' : 'semibold'}>{chatName(chat)}</Text>
              <Text size={200} className={styles.kind} id={`${id}-${chat.kind}`} aria-hidden>
                {chatKind(chat)}
              </Text>
            </span>
            {unread.has(chat.id) && <Badge>new</Badge>}
          </Button>
        ))}
      </nav>
      <Field label="Conversation" className={styles.select}>
        <Select
          value={open?.id ?? ''}
          onChange={(_event, { value }) => {
            onOpen(value)
          }}
        >
          {chats.map((chat) => (
            <option key={chat.id} value={chat.id}>
              {chatName(chat)}
              {unread.has(chat.id) ? ' (new)' : ''}
            </option>
          ))}
        </Select>
      </Field>
    </>
  )
}
