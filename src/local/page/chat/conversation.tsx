import { makeStyles, MessageBar, MessageBarBody, Spinner, Text, tokens } from '@fluentui/react-components'
import { useCallback, useEffect, useState } from 'react'
import { placeOf, type Place } from '../address.ts'
import { getMessages, openChat, type Chat, type Chats, type Person } from '../api.ts'
import { useAnswer } from '../use-answer.ts'
import { useChanges } from '../use-changes.ts'
import { chatName } from '../words.ts'
import { Compose } from './compose.tsx'
import { MessageList } from './message-list.tsx'

const useStyles = makeStyles({
  conversation: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  head: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold },
  about: { color: tokens.colorNeutralForeground2 },
})

const audience = ({ kind, members, host, me }: Chat): string => {
  if (kind === 'personal') return 'Only you see this chat.'
  const guests = members.filter(({ isGuest }) => isGuest).length
  const readers = `${members.length} people read this${guests > 0 ? `, ${guests} of them ${guests === 1 ? 'a guest' : 'guests'}` : ''}.`
  return `${readers} Hosted by ${host}.${me.isGuest ? ' You are a guest here.' : ''}`
}

/** A card's link: the tab opens beside the chat, anything else in a window of its own. */
const follow = (url: string, go: (change: Partial<Place>) => void): void => {
  if (!URL.canParse(url, window.location.href)) return
  const target = new URL(url, window.location.href)
  const isHere = target.origin === window.location.origin
  if (isHere && target.pathname === '/local/') go({ view: 'chat', chat: undefined, say: placeOf(target.hash).say })
  else if (isHere && target.pathname.startsWith('/tab/')) go({ view: 'tab', page: `${target.pathname}${target.search}${target.hash}` })
  else if (target.protocol === 'https:' || target.protocol === 'http:') window.open(target, '_blank', 'noopener')
}

interface Props {
  readonly person: Person
  readonly chat: Chat
  readonly bot: Chats['bot']
  readonly say: string | undefined
  readonly go: (change: Partial<Place>) => void
}

export const Conversation = ({ person, chat, bot, say, go }: Props) => {
  const styles = useStyles()
  const [replyTo, setReplyTo] = useState<string>()
  const ask = useCallback(() => getMessages(person, chat.id), [person, chat.id])
  const [messages, again] = useAnswer(ask)
  useChanges(
    useCallback(
      (changed) => {
        if (changed === undefined || changed === chat.id) again()
      },
      [again, chat.id],
    ),
  )
  useEffect(() => {
    void openChat(person, chat.id).catch(() => undefined)
  }, [person, chat.id])

  const isChannel = chat.kind !== 'personal' && chat.kind !== 'group'
  return (
    <section className={styles.conversation} aria-label={chatName(chat)}>
      <div className={styles.head}>
        <h2 className={styles.title}>{chatName(chat)}</h2>
        <Text size={200} className={styles.about}>
          {audience(chat)}
        </Text>
      </div>
      {messages.state === 'loading' && <Spinner label="Opening the conversation" />}
      {messages.state === 'failed' && (
        <MessageBar intent="error">
          <MessageBarBody>The conversation could not be opened. Reload this page to try again.</MessageBarBody>
        </MessageBar>
      )}
      {messages.state === 'here' && (
        <MessageList
          chat={chat}
          title={chatName(chat)}
          messages={messages.value}
          onOpen={(url) => {
            follow(url, go)
          }}
          onReply={isChannel ? setReplyTo : undefined}
        />
      )}
      <Compose
        key={say}
        chat={chat}
        say={chat.kind === 'personal' ? say : undefined}
        bot={bot}
        replyTo={replyTo}
        onReplyEnd={() => {
          setReplyTo(undefined)
        }}
      />
    </section>
  )
}
