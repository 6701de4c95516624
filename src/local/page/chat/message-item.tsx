import { Avatar, Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import type { Chat, Message } from '../api.ts'
import { dayText, timeText } from '../words.ts'
import { CardDialog } from './card-dialog.tsx'
import { Card } from './card.tsx'
import { plainMarkdown } from './plain-markdown.ts'
import type { Pressed } from './draw-card.ts'
import { useCardDialog } from './use-card-dialog.ts'
import { useOwnView } from './use-own-view.ts'

const useStyles = makeStyles({
  message: { display: 'flex', gap: tokens.spacingHorizontalM, minWidth: 0 },
  reply: { marginLeft: '44px', '@media (max-width: 640px)': { marginLeft: tokens.spacingHorizontalL } },
  body: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0, flexGrow: 1 },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalS },
  time: { color: tokens.colorNeutralForeground2 },
  text: {
    alignSelf: 'flex-start',
    width: 'fit-content',
    boxSizing: 'border-box',
    maxWidth: 'min(640px, 100%)',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  own: { backgroundColor: tokens.colorBrandBackground2 },
  gone: { fontStyle: 'italic', color: tokens.colorNeutralForeground2 },
  foot: { display: 'flex', gap: tokens.spacingHorizontalXS, flexWrap: 'wrap' },
})

/** Teams marks mentions with tags; people read the names. */
const wordsOf = (text: string): string => text.replaceAll(/<at>(?<name>[^<]*)<\/at>/gu, '@$<name>')

/** What people type is text; what the bot writes is Markdown, of which everything but a few marks is escaped. */
const Words = ({ text, isMarkdown, className }: { readonly text: string; readonly isMarkdown: boolean; readonly className: string }) =>
  isMarkdown ? (
    <div className={className} dangerouslySetInnerHTML={{ __html: plainMarkdown(wordsOf(text)) }} />
  ) : (
    <div className={className}>{wordsOf(text)}</div>
  )

interface Props {
  readonly chat: Chat
  readonly message: Message
  readonly onOpen: (url: string) => void
  readonly onReply: (() => void) | undefined
}

export const MessageItem = ({ chat, message, onOpen, onReply }: Props) => {
  const styles = useStyles()
  const view = useOwnView(chat, message)
  const dialog = useCardDialog(chat, message)
  const isOwn = message.from.id === chat.me.id
  const press = (pressed: Pressed): void => {
    if (pressed.kind === 'open') onOpen(pressed.url)
    else if (pressed.kind === 'dialog') dialog.open(pressed.data)
    else view.press(pressed)
  }
  return (
    <article
      className={mergeClasses(styles.message, message.root !== message.id && chat.kind !== 'personal' && chat.kind !== 'group' && styles.reply)}
      aria-label={`${message.from.name}, ${timeText(message.sentAt)}`}
      aria-busy={view.busy}
    >
      <Avatar name={message.from.name} size={32} color={message.fromBot ? 'brand' : 'colorful'} aria-hidden />
      <div className={styles.body}>
        <div className={styles.head}>
          <Text weight="semibold">{isOwn ? `${message.from.name} (you)` : message.from.name}</Text>
          <Text size={200} className={styles.time}>
            <time dateTime={message.sentAt} title={dayText(message.sentAt)}>
              {timeText(message.sentAt)}
            </time>
            {message.editedAt !== undefined && `, changed ${timeText(message.editedAt)}`}
          </Text>
        </div>
        {message.deleted && <Text className={styles.gone}>This message was removed.</Text>}
        {message.text && <Words text={message.text} isMarkdown={message.fromBot} className={mergeClasses(styles.text, isOwn && styles.own)} />}
        {view.card !== undefined && <Card card={view.card} onPressed={press} />}
        <CardDialog dialog={dialog} onOpen={onOpen} />
        <div role="status">{view.sentence !== undefined && <div className={styles.text}>{view.sentence}</div>}</div>
        <div className={styles.foot}>
          {view.refresh && (
            <Button size="small" appearance="subtle" onClick={view.refresh}>
              Refresh card
            </Button>
          )}
          {onReply && (
            <Button size="small" appearance="subtle" onClick={onReply}>
              Reply
            </Button>
          )}
        </div>
      </div>
    </article>
  )
}
