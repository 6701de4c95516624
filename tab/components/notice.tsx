import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components'
import type { ReactNode } from 'react'

interface NoticeProps {
  readonly tone: 'info' | 'success' | 'warning'
  readonly title: string
  readonly children?: ReactNode
}

/** One sentence that a screen reader says when it appears. */
export const Notice = ({ tone, title, children }: NoticeProps) => (
  <MessageBar intent={tone} layout="multiline" role="status">
    <MessageBarBody>
      <MessageBarTitle>{title}</MessageBarTitle> {children}
    </MessageBarBody>
  </MessageBar>
)
