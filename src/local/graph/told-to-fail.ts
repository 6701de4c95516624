import * as z from 'zod'
import { GraphFailure } from './graph-answer.ts'

/**
 * How the next calls fail: with a status, by cutting the line before anything has happened (`drop`), or by doing what was asked and then
 * losing the answer (`drop-after-commit`). Only calls that write fail, unless `on` says any.
 */
export const failCommand = z.strictObject({
  status: z.union([z.literal(429), z.literal(503), z.literal(504), z.literal('drop'), z.literal('drop-after-commit')]),
  /** seconds; no Retry-After header when absent */
  retryAfter: z.int().min(0).max(3600).optional(),
  times: z.int().min(0).max(1000).default(1),
  on: z.enum(['write', 'any']).default('write'),
})
export type FailCommand = z.output<typeof failCommand>

const FAILURES = {
  429: ['ApplicationThrottled', 'Application is over its MailboxConcurrency limit.'],
  503: ['serviceNotAvailable', 'The service is temporarily unavailable.'],
  504: ['gatewayTimeout', 'The server, while acting as a proxy, did not receive a timely response.'],
} as const

export type Fate = 'works' | 'drop' | 'drop-after-commit'

/** Keeps what it was told last, and counts it down. */
export const toldToFail = () => {
  let told: FailCommand | undefined
  return {
    tell: (command: FailCommand): void => {
      told = command
    },
    /** The fate of a call; throws where it is a status. */
    next: (writes: boolean): Fate => {
      if (!told || told.times === 0 || (told.on === 'write' && !writes)) return 'works'
      told = { ...told, times: told.times - 1 }
      if (typeof told.status === 'string') return told.status
      const [code, message] = FAILURES[told.status]
      throw new GraphFailure(told.status, code, message, told.retryAfter === undefined ? {} : { 'Retry-After': String(told.retryAfter) })
    },
  }
}
export type ToldToFail = ReturnType<typeof toldToFail>
