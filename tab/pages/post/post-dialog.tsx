import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, tokens } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { POST_PURPOSES } from '../../../src/posts/post-kinds.ts'
import { useConversations, usePostPreview, useRequestPost } from '../../api/queries.ts'
import type { PostAbout } from '../../api/queries.ts'
import { ChoiceField } from '../../components/choice-field.tsx'
import { useCommandKey } from '../../components/command-key.ts'
import { Notice } from '../../components/notice.tsx'
import { PageSkeleton } from '../../components/page-skeleton.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { PURPOSE_WORDS, postSentence } from '../../text/posts.ts'
import { conflictOf } from '../../text/problems.ts'
import { ConversationField } from './conversation-field.tsx'
import { Preview } from './preview.tsx'

const useStyles = makeStyles({
  surface: { maxWidth: '720px', '@media (max-width: 480px)': { padding: tokens.spacingHorizontalL } },
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
})

type Purpose = (typeof POST_PURPOSES)[number]
const PURPOSES = POST_PURPOSES.map((value) => ({ value, words: PURPOSE_WORDS[value] }))

/** Choose where, see the exact card and who can read it, confirm. Nothing is sent before the last press. */
const PostDialog = ({ about, close }: { readonly about: PostAbout; readonly close: () => void }) => {
  const styles = useStyles()
  const [chosen, setChosen] = useState<string>()
  const [key, renewKey] = useCommandKey()
  const conversations = useConversations()
  const only = conversations.data?.items.length === 1 ? conversations.data.items[0]?.handle : undefined
  const conversation = chosen ?? only
  const [purpose, setPurpose] = useState<Purpose>('family-finding')
  const preview = usePostPreview(about, conversation)
  const request = useRequestPost(about)
  const leave = useRef<HTMLElement | null>(null)

  const choose = (handle: string) => {
    setChosen(handle === '' ? undefined : handle)
    renewKey()
    request.reset()
  }
  const lookAgain = async () => {
    await preview.refetch()
    renewKey()
  }
  const confirm = () => {
    if (!preview.data || conversation === undefined || request.isPending) return
    const { contentHash, readersHash } = preview.data
    request.mutate(
      { conversation, purpose, contentHash, readersHash, key },
      {
        // the pressed button goes, and the focus must not go with it
        onSuccess: () => leave.current?.focus(),
        onError: (error) => conflictOf(error) && void lookAgain(),
      },
    )
  }
  const conflict = conflictOf(request.error)
  const isReady = preview.data !== undefined && !preview.isFetching && !request.isPending
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && close()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{'reference' in about ? `Post ${about.reference}` : 'Post this list'}</DialogTitle>
          <DialogContent className={styles.content}>
            {request.data ? (
              <Notice tone="success" title="Saved. You can close this.">
                {request.data.items.map(postSentence).join(' ')} Posts shows when it has arrived, and lets you take it back.
              </Notice>
            ) : (
              <>
                {conversations.isPending && <PageSkeleton label="Loading the conversations" figures={0} />}
                {conversations.error && <ProblemNotice error={conversations.error} retry={conversations.refetch} />}
                {conversations.data && <ConversationField conversations={conversations.data.items} chosen={conversation} choose={choose} />}
                {conversation !== undefined && (
                  <ChoiceField
                    label="What for"
                    value={purpose}
                    choices={PURPOSES}
                    choose={(value) => setPurpose(POST_PURPOSES.find((one) => one === value) ?? purpose)}
                  />
                )}
                {conflict && (
                  <Notice tone="warning" title={`${conflict.title}.`}>
                    {conflict.detail} Below is how it stands now.
                  </Notice>
                )}
                {request.error && !conflict && <ProblemNotice error={request.error} retry={confirm} />}
                {conversation !== undefined && preview.isPending && <PageSkeleton label="Loading the card and its readers" figures={0} />}
                {preview.error && <ProblemNotice error={preview.error} retry={preview.refetch} />}
                {preview.data && <Preview preview={preview.data} />}
              </>
            )}
          </DialogContent>
          <DialogActions>
            {!request.data && preview.data && (
              <Button appearance="primary" disabledFocusable={!isReady} onClick={confirm}>
                {request.isPending ? 'Posting…' : 'Post this card'}
              </Button>
            )}
            <Button
              ref={(element: HTMLElement | null) => {
                leave.current = element
              }}
              onClick={close}
            >
              {request.data ? 'Close' : 'Cancel'}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}

export default PostDialog
