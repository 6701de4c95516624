import { useMutation, useQueryClient } from '@tanstack/react-query'
import type * as z from 'zod'
import { importDone, importPreview } from '../../src/children/importing/import-contract.ts'
import type { choicesOfPerson } from '../../src/children/importing/import-contract.ts'
import { useClient } from './queries.ts'

export type ImportPreview = z.output<typeof importPreview>
export type ImportFinding = ImportPreview['findings'][number]
export type ImportColumn = ImportPreview['sheets'][number]['columns'][number]
export type ColumnChoices = z.output<typeof choicesOfPerson>

export interface ChosenTracker {
  readonly file: File
  readonly choices: ColumnChoices
}

const asQuery = ({ choices }: ChosenTracker, more: Readonly<Record<string, string>> = {}): URLSearchParams =>
  new URLSearchParams({ ...more, ...(Object.keys(choices).length > 0 && { choices: JSON.stringify(choices) }) })

/** What importing a file would do; asked again when the person says what a column holds. */
export const usePreviewImport = () => {
  const client = useClient()
  return useMutation({
    mutationFn: (chosen: ChosenTracker) => client.call({ path: 'children/imports/preview', query: asQuery(chosen), file: chosen.file, answer: importPreview }),
  })
}

/** Saves exactly what was previewed. Every list may be another afterwards. */
export const useCommitImport = () => {
  const client = useClient()
  const cache = useQueryClient()
  return useMutation({
    mutationFn: ({ chosen, digest, key }: { readonly chosen: ChosenTracker; readonly digest: string; readonly key: string }) =>
      client.call({ path: 'children/imports', query: asQuery(chosen, { digest, key }), file: chosen.file, answer: importDone }),
    onSuccess: () => cache.invalidateQueries(),
  })
}

export const useExportChildren = () => {
  const client = useClient()
  return useMutation({ mutationFn: () => client.download('children/export') })
}
