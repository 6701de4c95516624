import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { useAcknowledgeNotice, useGlassNotices } from '../../../api/oversight-queries.ts'
import type { GlassNotice, NoticeState } from '../../../api/oversight-queries.ts'
import { useAnnounce } from '../../../components/announcer.tsx'
import { useCommandKey } from '../../../components/command-key.ts'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { acknowledgedWords, noticeDetail, noticeWords } from './oversight-words.ts'
import { Told, ToldList } from './told-list.tsx'
import { ToldPanel } from './told-panel.tsx'

const OneNotice = ({ notice }: { readonly notice: GlassNotice }) => {
  const [key] = useCommandKey()
  const announce = useAnnounce()
  const { mutate, error, isPending } = useAcknowledgeNotice(notice.id)
  const acknowledge = () => mutate(key, { onSuccess: () => announce('Recorded that you took note.') })
  return (
    <Told
      title={noticeWords(notice)}
      details={[
        noticeDetail(notice),
        `“${notice.sentence}”`,
        ...(notice.acknowledged === null ? [] : [`Taken note of: ${acknowledgedWords(notice.acknowledged)}`]),
        ...(notice.acknowledged === null && !notice.mayAcknowledge ? ['You opened this yourself: somebody else takes note of it.'] : []),
      ]}
    >
      {notice.mayAcknowledge && (
        <Button aria-label={`Take note: ${noticeWords(notice)}`} disabledFocusable={isPending} onClick={acknowledge}>
          {isPending ? 'Saving…' : 'Take note'}
        </Button>
      )}
      {error && <ProblemNotice error={error} retry={acknowledge} />}
    </Told>
  )
}

/** Which records were opened in an emergency, by whom and why? */
export const NoticesPanel = () => {
  const [state, setState] = useState<NoticeState>('open')
  const query = useGlassNotices(state)
  const notices = query.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <ToldPanel
      title="Opened in an emergency"
      empty={state === 'open' ? 'No record of yours or by your people that nobody took note of yet.' : 'Nothing was taken note of yet.'}
      state={state}
      setState={setState}
      query={query}
      count={notices.length}
    >
      <ToldList label="Records opened in an emergency">
        {notices.map((notice) => (
          <OneNotice key={notice.id} notice={notice} />
        ))}
      </ToldList>
    </ToldPanel>
  )
}
