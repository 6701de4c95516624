import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { Card } from './card.tsx'
import type { Pressed } from './draw-card.ts'
import type { CardDialogState } from './use-card-dialog.ts'

const useStyles = makeStyles({
  surface: { width: 'min(600px, 100%)' },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', paddingBlock: tokens.spacingVerticalM },
})

/** The focus goes into the card when it comes: Fluent has put it on what was there while the dialog opened. */
const useFocusInCard = (isCard: boolean) => {
  const content = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isCard) content.current?.querySelector<HTMLElement>('input, select, textarea, button')?.focus()
  }, [isCard])
  return content
}

/** A dialog as Teams shows it: it holds the focus, Escape and Close leave it, and what it shows is this person's alone. */
export const CardDialog = ({ dialog, onOpen }: { readonly dialog: CardDialogState; readonly onOpen: (url: string) => void }) => {
  const styles = useStyles()
  const { shown, busy, send, close } = dialog
  const content = useFocusInCard(shown?.kind === 'card')
  const press = (pressed: Pressed): void => {
    if (pressed.kind === 'open') onOpen(pressed.url)
    else send(pressed.data)
  }
  return (
    <Dialog
      open={shown !== undefined}
      modalType="modal"
      onOpenChange={(_event, { open }) => {
        if (!open) close()
      }}
    >
      <DialogSurface className={styles.surface} aria-busy={busy}>
        <DialogBody>
          <DialogTitle>{shown?.kind === 'card' ? shown.title : 'Family Finding'}</DialogTitle>
          <DialogContent>
            <div ref={content}>
              {shown?.kind === 'opening' && <Spinner label="Opening" />}
              {shown?.kind === 'card' && <Card card={shown.card} onPressed={press} />}
              <div role="status">{shown?.kind === 'text' && <div className={styles.words}>{shown.text}</div>}</div>
            </div>
          </DialogContent>
          <DialogActions>
            <Button appearance={shown?.kind === 'text' ? 'primary' : 'secondary'} onClick={close}>
              Close
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
