import { Button, Checkbox, Field, Input, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { sendActivity, type Chat } from '../api.ts'
import { threadOf } from './refresh.ts'

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  line: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'end' },
  field: { flexGrow: 1, minWidth: 0, '& .fui-Input': { minWidth: 0 } },
  options: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
})

interface Props {
  readonly chat: Chat
  readonly bot: { readonly id: string; readonly name: string }
  /** the thread that is replied to; a new one when undefined */
  readonly replyTo: string | undefined
  /** words made ready to send */
  readonly say: string | undefined
  readonly onReplyEnd: () => void
}

/** In channels and group chats the bot hears only what names it, so that is switched on to begin with. */
export const Compose = ({ chat, bot, replyTo, say, onReplyEnd }: Props) => {
  const styles = useStyles()
  const [text, setText] = useState(say ?? '')
  const [mentions, setMentions] = useState(true)
  const [problem, setProblem] = useState<string>()
  const isShared = chat.kind !== 'personal'

  const send = async (): Promise<void> => {
    const words = text.trim()
    if (words === '') return
    const tag = `<at>${bot.name}</at>`
    const mention = { type: 'mention', text: tag, mentioned: { id: bot.id, name: bot.name } }
    setText('')
    const failed = await sendActivity({
      type: 'message',
      textFormat: 'plain',
      from: { id: chat.me.id },
      conversation: { id: replyTo === undefined ? chat.id : threadOf(chat, { root: replyTo }) },
      ...(isShared && mentions ? { text: `${tag} ${words}`, entities: [mention] } : { text: words }),
    }).catch(() => 'The local Microsoft 365 does not answer. Nothing was sent; try again.')
    setProblem(failed)
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      {problem !== undefined && (
        <MessageBar intent="error">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.line}>
        <Field label={replyTo === undefined ? 'Message' : 'Reply'} className={styles.field}>
          <Input
            value={text}
            autoComplete="off"
            placeholder={chat.kind === 'personal' ? 'waiting, child FF-…, help' : 'waiting, post FF-… to #regional'}
            onChange={(_event, { value }) => {
              setText(value)
            }}
          />
        </Field>
        <Button type="submit" appearance="primary">
          Send
        </Button>
      </div>
      {isShared && (
        <div className={styles.options}>
          <Checkbox
            label={`Mention @${bot.name}`}
            checked={mentions}
            onChange={(_event, { checked }) => {
              setMentions(checked === true)
            }}
          />
          {replyTo !== undefined && (
            <Button size="small" appearance="subtle" onClick={onReplyEnd}>
              Begin a new thread instead
            </Button>
          )}
        </div>
      )}
    </form>
  )
}
