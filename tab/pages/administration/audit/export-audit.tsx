import { Button } from '@fluentui/react-components'
import type { AuditAsked } from '../../../api/administration-queries.ts'
import { useExportAudit } from '../../../api/oversight-queries.ts'
import { useAnnounce } from '../../../components/announcer.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { saveFile } from '../../../components/save-file.ts'
import { fieldWords } from '../../../text/problems.ts'

/** The lines of this search as a workbook; the export is in the audit itself. */
export const ExportAudit = ({ asked }: { readonly asked: AuditAsked }) => {
  const announce = useAnnounce()
  const { mutate, isPending, error } = useExportAudit()
  const tooMany = fieldWords(error, '/from')
  const begin = () =>
    mutate(asked, {
      onSuccess: (file) => {
        saveFile(file)
        announce(`${file.name} is among your downloads.`)
      },
    })
  return (
    <>
      <Button disabledFocusable={isPending} onClick={begin}>
        {isPending ? 'Writing…' : 'Save the lines as a workbook'}
      </Button>
      {error && (
        <ProblemNotice error={error} retry={begin}>
          {tooMany !== undefined && ` ${tooMany}`}
        </ProblemNotice>
      )}
    </>
  )
}
