import type { ErrorRequestHandler } from 'express'
import * as z from 'zod'
import { correlationIdOf } from './correlation-id.ts'
import type { Log } from '../http/log.ts'
import { fault, malformedAddress, malformedJson, tooLarge, unknownAddress, wrongMediaType, type Problem } from '../http/problems.ts'
import { sendProblem } from './send-problem.ts'
import { UnfitAnswer } from './mount-routes.ts'

const thrown = z.object({ status: z.int().min(400).max(499), type: z.string().optional() })

/** What the parsers in front of us throw at a request that is not readable. */
const badRequest = (error: unknown, limit: string): Problem | undefined => {
  if (error instanceof URIError) return malformedAddress
  const read = thrown.safeParse(error)
  if (!read.success) return undefined
  if (read.data.status === 404) return unknownAddress
  if (read.data.status === 413) return tooLarge(limit)
  if (read.data.status === 415) return wrongMediaType
  return read.data.type === undefined ? malformedAddress : malformedJson
}

const errorLike = z.object({ name: z.string(), code: z.string().optional(), stack: z.string().optional() })

/** A fault as far as a log may know it: its kind, its place in our code, never what it says about a record. */
export const factsOf = (error: unknown): Readonly<Record<string, unknown>> => {
  const read = errorLike.safeParse(error)
  if (!read.success) return { fault: typeof error }
  const { name, code, stack = '' } = read.data
  const about = error instanceof UnfitAnswer ? { about: error.message } : {}
  return { fault: name, ...(code === undefined ? {} : { code }), ...about, at: placesOf(stack) }
}

const placesOf = (stack: string): readonly string[] =>
  stack
    .split('\n')
    .filter((line) => /^\s+at /u.test(line))
    .slice(0, 8)
    .map((line) => line.trim())

/** One of the two places that catch a fault (the other is the bot's adapter): one sentence and a correlation id go out, nothing else. */
export const catchFaults =
  (log: Log, bodyLimit: string): ErrorRequestHandler =>
  (error: unknown, _req, res, next) => {
    const bad = badRequest(error, bodyLimit)
    if (bad === undefined) log.error({ correlationId: correlationIdOf(res), ...factsOf(error) }, 'fault')
    if (res.headersSent) {
      next(error)
      return
    }
    sendProblem(res, bad ?? fault)
  }
