import { useMutation } from '@tanstack/react-query'
import type * as z from 'zod'
import { openedRecord } from '../../src/children/break-glass/break-glass-contract.ts'
import type { breakGlassCommand } from '../../src/children/break-glass/break-glass-contract.ts'
import { useClient } from './queries.ts'

export type OpenedRecord = z.output<typeof openedRecord>
type BreakGlassCommand = z.input<typeof breakGlassCommand>
export type GlassReason = BreakGlassCommand['reason']

const path = (reference: string): string => `children/${encodeURIComponent(reference)}/break-glass`

/** Opens the record; the answer is not kept, and gone when the page is left. */
export const useOpenInEmergency = (reference: string) => {
  const client = useClient()
  return useMutation({ mutationFn: (command: BreakGlassCommand) => client.call({ path: path(reference), body: command, answer: openedRecord }), gcTime: 0 })
}

/** The same record again while it is open; each look is recorded. */
export const useReadOpened = (reference: string) => {
  const client = useClient()
  return useMutation({ mutationFn: () => client.call({ path: `${path(reference)}/read`, body: {}, answer: openedRecord }), gcTime: 0 })
}
