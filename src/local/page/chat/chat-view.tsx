import { makeStyles, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import type { Place } from '../address.ts'
import { getChats, type Person } from '../api.ts'
import { useAnswer } from '../use-answer.ts'
import { useChanges } from '../use-changes.ts'
import { ChatList } from './chat-list.tsx'
import { Conversation } from './conversation.tsx'

const useStyles = makeStyles({
  view: { display: 'flex', flexGrow: 1, minHeight: 0, '@media (max-width: 640px)': { flexDirection: 'column', overflowY: 'auto' } },
})

/** Teams, as far as one person's conversations go. */
export const ChatView = ({
  person,
  open,
  say,
  go,
}: {
  readonly person: Person
  readonly open: string | undefined
  readonly say: string | undefined
  readonly go: (change: Partial<Place>) => void
}) => {
  const styles = useStyles()
  const [chats] = useAnswer(useCallback(() => getChats(person), [person]))
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set())
  useChanges(
    useCallback((changed) => {
      if (changed !== undefined) setUnread((before) => new Set([...before, changed]))
    }, []),
  )
  if (chats.state === 'loading') return <Spinner label="Opening the conversations" />
  if (chats.state === 'failed')
    return (
      <MessageBar intent="error">
        <MessageBarBody>The conversations could not be opened. Reload this page to try again.</MessageBarBody>
      </MessageBar>
    )
  const { items, bot } = chats.value
  const current = items.find(({ id }) => id === open) ?? items[0]
  const elsewhere = new Set([...unread].filter((id) => id !== current?.id))
  return (
    <div className={styles.view}>
      <ChatList
        chats={items}
        open={current}
        unread={elsewhere}
        onOpen={(chat) => {
          setUnread((before) => new Set([...before].filter((id) => id !== chat && id !== current?.id)))
          go({ chat, say: undefined })
        }}
      />
      {current && <Conversation key={current.id} person={person} chat={current} bot={bot} say={say} go={go} />}
    </div>
  )
}
