import { Body1, Button, makeStyles, tokens } from '@fluentui/react-components'
import { useExportChildren } from '../../../api/import-queries.ts'
import { Notice } from '../../../components/notice.tsx'
import { Panel } from '../../../components/panel.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { saveFile } from '../../../components/save-file.ts'

const useStyles = makeStyles({
  act: { alignSelf: 'flex-start' },
  words: { maxWidth: '72ch' },
  page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
})

/** Which children does our agency have, as a workbook? */
export const ExportSection = () => {
  const styles = useStyles()
  const { mutate, isPending, error, data } = useExportChildren()
  const begin = () => mutate(undefined, { onSuccess: saveFile })
  return (
    <div className={styles.page}>
      <Panel title="Your agency’s children as a workbook">
        <Body1 className={styles.words}>
          An Excel file with every child of your agency: reference, stage, dates, needs, workers and next step. Names, birth dates and your own references are
          not in it, and nothing in it can run as a formula. The audit keeps who exported, and which children.
        </Body1>
        <Body1 className={styles.words}>Keep the file where your agency keeps personal data, and delete it when it has served.</Body1>
        {error && <ProblemNotice error={error} retry={begin} />}
        {data && (
          <Notice tone="success" title="Saved.">
            {data.name} is among your downloads.
          </Notice>
        )}
        <Button appearance="primary" className={styles.act} disabledFocusable={isPending} onClick={begin}>
          {isPending ? 'Writing…' : 'Save as a workbook'}
        </Button>
      </Panel>
    </div>
  )
}
