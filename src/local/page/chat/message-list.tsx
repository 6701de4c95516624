import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useEffect, useRef, type UIEvent } from 'react'
import type { Chat, Message } from '../api.ts'
import { MessageItem } from './message-item.tsx'

const useStyles = makeStyles({
  list: {
    flexGrow: 1,
    minHeight: '200px',
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`,
  },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minHeight: '100%' },
  thread: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  empty: { color: tokens.colorNeutralForeground2, margin: 'auto', textAlign: 'center' },
})

/** Pixels from the end within which somebody reads the end. */
const NEAR = 80

/** Threads in the order in which they began, each with its replies. */
const threadsOf = (messages: readonly Message[]): readonly (readonly Message[])[] => {
  const threads = new Map<string, Message[]>()
  for (const message of messages) threads.set(message.root, [...(threads.get(message.root) ?? []), message])
  return [...threads.values()]
}

interface Props {
  readonly chat: Chat
  readonly title: string
  readonly messages: readonly Message[]
  readonly onOpen: (url: string) => void
  readonly onReply: ((root: string) => void) | undefined
}

export const MessageList = ({ chat, title, messages, onOpen, onReply }: Props) => {
  const styles = useStyles()
  const list = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const newest = messages.at(-1)?.id
  const isAtEnd = useRef(true)
  useEffect(() => {
    isAtEnd.current = true
    list.current?.scrollTo({ top: list.current.scrollHeight })
  }, [newest, chat.id])
  // a card that grows when it is refreshed keeps whoever reads the end at the end
  useEffect(() => {
    if (!content.current) return undefined
    const watch = new ResizeObserver(() => {
      if (isAtEnd.current) list.current?.scrollTo({ top: list.current.scrollHeight })
    })
    watch.observe(content.current)
    return () => {
      watch.disconnect()
    }
  }, [])
  const noteWhere = ({ currentTarget: { scrollHeight, scrollTop, clientHeight } }: UIEvent<HTMLDivElement>): void => {
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR
  }
  return (
    <div ref={list} role="log" aria-label={`Messages in ${title}`} tabIndex={0} className={styles.list} onScroll={noteWhere}>
      <div ref={content} className={styles.content}>
        {messages.length === 0 && (
          <Text className={styles.empty}>
            Nothing has been said here yet.{' '}
            {chat.kind === 'personal' ? 'Type “help” or “waiting” to begin.' : 'Name @Family Finding and type “waiting” to begin.'}
          </Text>
        )}
        {threadsOf(messages).map((thread) => (
          <div key={thread[0]?.root} className={styles.thread}>
            {thread.map((message, index) => (
              <MessageItem
                key={message.id}
                chat={chat}
                message={message}
                onOpen={onOpen}
                onReply={
                  onReply && index === thread.length - 1
                    ? () => {
                        onReply(message.root)
                      }
                    : undefined
                }
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}
