import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useCommitImport, usePreviewImport } from '../../../api/import-queries.ts'
import type { ChosenTracker, ColumnChoices, ImportPreview } from '../../../api/import-queries.ts'
import { useAnnounce } from '../../../components/announcer.tsx'
import { useCommandKey } from '../../../components/command-key.ts'
import { Notice } from '../../../components/notice.tsx'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'
import { Panel } from '../../../components/panel.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { children, counted } from '../../../text/numbers.ts'
import { conflictOf, fieldWords } from '../../../text/problems.ts'
import { ChooseTracker } from './choose-tracker.tsx'
import { ColumnsPanel } from './columns-panel.tsx'
import { FindingsPanel } from './findings-panel.tsx'
import { CountFigures, OutcomePanel } from './outcome-panel.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  act: { alignSelf: 'flex-start' },
})

const TOO_LARGE = 'The file is larger than 10 MB. That is not a tracker of children.'

interface PreviewPartsProps {
  readonly preview: ImportPreview
  readonly isBusy: boolean
  readonly isSaving: boolean
  readonly choose: (choices: ColumnChoices) => void
  readonly save: () => void
}

const PreviewParts = ({ preview, isBusy, isSaving, choose, save }: PreviewPartsProps) => {
  const styles = useStyles()
  const { added, changed, findings } = preview
  const act = (
    <Button appearance="primary" className={styles.act} disabledFocusable={isBusy || added + changed === 0} onClick={save}>
      {isSaving ? 'Importing…' : added + changed === 0 ? 'Nothing to import' : `Import ${children(added + changed)}`}
    </Button>
  )
  return (
    <>
      {preview.kind === 'unknown' ? (
        <Notice tone="warning" title="No tracker of children was recognised.">
          Say below which column holds the child’s reference, or choose another file.
        </Notice>
      ) : (
        <OutcomePanel preview={preview} actions={act} />
      )}
      <FindingsPanel
        title="Rejected rows"
        words="These rows stay out until they are put right in the file; the others can go in now, and this file can be imported again."
        findings={findings.filter(({ severity }) => severity === 'error')}
      />
      <FindingsPanel
        title="Worth knowing"
        words="These rows go in, unless they are rejected for something else."
        findings={findings.filter(({ severity }) => severity === 'warning')}
      />
      <ColumnsPanel preview={preview} choose={choose} />
    </>
  )
}

/** What would our tracker change in the register, and is it right? */
export const ImportSection = () => {
  const styles = useStyles()
  const announce = useAnnounce()
  const [chosen, setChosen] = useState<ChosenTracker>()
  // the last look stays while the file is looked at again, so that the focus stays where a column was chosen
  const [seen, setSeen] = useState<ImportPreview>()
  const [isTooLarge, setTooLarge] = useState(false)
  const [key, renewKey] = useCommandKey()
  const preview = usePreviewImport()
  const commit = useCommitImport()
  const look = (next: ChosenTracker) => {
    if (next.file !== chosen?.file) setSeen(undefined)
    setChosen(next)
    setTooLarge(false)
    commit.reset()
    renewKey()
    preview.mutate(next, {
      onSuccess: (found) => {
        setSeen(found)
        announce(`${counted(found.rowsTotal, 'row')} read: ${found.added} new, ${found.changed} changed, ${found.rejected} rejected`)
      },
    })
  }
  const save = () => {
    if (chosen && seen) commit.mutate({ chosen, digest: seen.digest, key }, { onSuccess: renewKey })
  }
  const conflict = conflictOf(commit.error)
  const wrong = isTooLarge ? TOO_LARGE : fieldWords(preview.error, '/file')
  return (
    <div className={styles.page}>
      <ChooseTracker
        file={chosen?.file}
        isReading={preview.isPending}
        wrong={wrong}
        choose={(file) => look({ file, choices: {} })}
        tooLarge={() => setTooLarge(true)}
      />
      {preview.error && wrong === undefined && <ProblemNotice error={preview.error} retry={chosen && (() => look(chosen))} />}
      {conflict && chosen && (
        <ProblemNotice error={commit.error}>
          <Button onClick={() => look(chosen)}>Look at the file again</Button>
        </ProblemNotice>
      )}
      {commit.error && !conflict && <ProblemNotice error={commit.error} retry={save} />}
      {commit.data && (
        <Panel title="Imported">
          <Notice tone="success" title="The register holds it now.">
            Rejected rows are still out: put them right in the file and import it again. Rows that are in already are not doubled.
          </Notice>
          <CountFigures counts={commit.data} />
        </Panel>
      )}
      {preview.isPending && !seen && <PageSkeleton label="Reading the file" figures={4} />}
      {chosen && seen && !preview.error && !commit.data && !isTooLarge && (
        <PreviewParts
          preview={seen}
          isBusy={preview.isPending || commit.isPending}
          isSaving={commit.isPending}
          choose={(more) => look({ ...chosen, choices: { ...chosen.choices, ...more } })}
          save={save}
        />
      )}
    </div>
  )
}
