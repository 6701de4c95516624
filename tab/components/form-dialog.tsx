import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, tokens } from '@fluentui/react-components'
import type { FormEvent, ReactNode } from 'react'
import { conflictOf, isSaidAtFields } from '../text/problems.ts'
import { Notice } from './notice.tsx'
import { ProblemNotice } from './problem-notice.tsx'

const useStyles = makeStyles({
  surface: { maxWidth: '560px', '@media (max-width: 480px)': { padding: tokens.spacingHorizontalL } },
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, paddingBlock: tokens.spacingVerticalXS },
})

interface FormDialogProps {
  readonly title: string
  /** what the main button does, as a command: `Record` */
  readonly act: string
  readonly isRunning: boolean
  readonly error: unknown
  /** JSON pointers of the fields that say themselves what does not fit */
  readonly fields: readonly string[]
  /** whether there is anything to save yet */
  readonly isReady: boolean
  readonly save: () => void
  readonly close: () => void
  readonly children: ReactNode
}

/** A short form over the page. Escape and Cancel save nothing; what cannot be saved is said here, and what was typed stays. */
export const FormDialog = ({ title, act, isRunning, error, fields, isReady, save, close, children }: FormDialogProps) => {
  const styles = useStyles()
  const conflict = conflictOf(error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady && !isRunning) save()
  }
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && close()}>
      <DialogSurface className={styles.surface} aria-describedby={undefined}>
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {conflict && (
                <Notice tone="warning" title={`${conflict.title}.`}>
                  {conflict.detail} The form has just been read again.
                </Notice>
              )}
              {error !== null && error !== undefined && !conflict && !isSaidAtFields(error, fields) && <ProblemNotice error={error} retry={save} />}
              {children}
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabledFocusable={!isReady || isRunning}>
                {isRunning ? 'Saving…' : act}
              </Button>
              <Button onClick={close}>Cancel</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  )
}
