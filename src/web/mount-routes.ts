import express, { Router, type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express'
import * as z from 'zod'
import { parse, type FieldError } from '../http/parse.ts'
import { fileNeeded, invalidProblem, problemOf, tooLarge, wrongMediaType, wrongMethod } from '../http/problems.ts'
import { fileAnswer, type Route } from '../http/route.ts'
import { sendProblem } from './send-problem.ts'
import { actorOr403 } from './authenticate.ts'

/** An answer that its own contract refuses: a fault of ours, of which nothing may leave. Holds paths and codes, never values. */
export class UnfitAnswer extends Error {
  override readonly name = 'UnfitAnswer'
  constructor(where: string, error: z.ZodError) {
    super(`${where} answered what its contract refuses: ${error.issues.map(({ code, path }) => `${path.map(String).join('.')} ${code}`).join('; ')}`)
  }
}

type Input = { readonly params: unknown; readonly query: unknown; readonly body: unknown }

const readInput = (route: Route, req: Request): { readonly input: Input; readonly errors: readonly FieldError[] } => {
  const errors: FieldError[] = []
  const read = (schema: z.ZodType | undefined, value: unknown): unknown => {
    if (schema === undefined) return undefined
    const parsed = parse(schema, value)
    if (parsed.ok) return parsed.value
    errors.push(...parsed.errors)
    return undefined
  }
  const input = {
    params: read(route.params, { ...req.params }),
    // an address that takes no parameters refuses those it is given
    query: read(route.query ?? z.strictObject({}), { ...req.query }),
    body: read(route.body, req.body),
  }
  return { input: route.query === undefined ? { ...input, query: undefined } : input, errors }
}

/** Parses what came by a contract, and sends what goes by a contract. */
export const answer = (res: Response, where: string, schema: z.ZodType, value: unknown, status = 200): void => {
  const presented = schema.safeParse(value)
  if (!presented.success) throw new UnfitAnswer(where, presented.error)
  res.status(status).set('Cache-Control', 'no-store').json(presented.data)
}

/** A file to be saved, never to be shown: the browser takes it for what it is said to be. */
const sendFile = (res: Response, where: string, value: unknown): void => {
  const file = fileAnswer.safeParse(value)
  if (!file.success) throw new UnfitAnswer(where, file.error)
  const { fileName, mediaType, bytes } = file.data
  res
    .set({ 'Cache-Control': 'no-store', 'Content-Disposition': `attachment; filename="${fileName}"`, 'X-Content-Type-Options': 'nosniff' })
    .type(mediaType)
    .send(Buffer.from(bytes))
}

const OCTETS = 'application/octet-stream'
const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toString()} MB`

/** Nothing is read for somebody who may not come in, or of what is no file. */
const isFile: RequestHandler = (req, res, next) => {
  if (actorOr403(req, res) === undefined) return
  if (req.is(OCTETS) === OCTETS) next()
  else sendProblem(res, fileNeeded)
}

const whyNoFile =
  (maxBytes: number): ErrorRequestHandler =>
  (error: unknown, _req, res, next) => {
    const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
    if (status === 413) sendProblem(res, tooLarge(megabytes(maxBytes)))
    else if (status === 415) sendProblem(res, fileNeeded)
    else next(error)
  }

/** An empty body is a file of no bytes, for the use case to refuse. */
const emptyFile: RequestHandler = (req, _res, next) => {
  req.body = Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0)
  next()
}

/** Takes a file in, and keeps nothing of it that is beyond what the endpoint takes. */
const receiveFile = (maxBytes: number): readonly (RequestHandler | ErrorRequestHandler)[] => [
  isFile,
  express.raw({ type: OCTETS, limit: maxBytes, inflate: false }),
  whyNoFile(maxBytes),
  emptyFile,
]

const handler =
  (route: Route): RequestHandler =>
  async (req, res) => {
    const actor = actorOr403(req, res)
    if (actor === undefined) return
    if (route.body !== undefined && route.upload === undefined && req.is('application/json') !== 'application/json') {
      sendProblem(res, wrongMediaType)
      return
    }
    const { input, errors } = readInput(route, req)
    if (errors.length > 0) {
      sendProblem(res, invalidProblem(errors))
      return
    }
    const result = await route.handle(actor, input)
    if (result.ok && route.download) sendFile(res, `${route.method} ${route.path}`, result.value)
    else if (result.ok) answer(res, `${route.method} ${route.path}`, route.answer, result.value, route.status)
    else sendProblem(res, problemOf(result.refusal))
  }

/** Mounts every endpoint; the same path with another method is answered with what it takes. */
export const mountRoutes = (routes: readonly Route[], more: ReadonlyMap<string, readonly string[]> = new Map()): Router => {
  const router = Router({ caseSensitive: true })
  const methods = new Map(more)
  for (const route of routes) {
    const before = route.upload === undefined ? [] : receiveFile(route.upload.maxBytes)
    router[route.method](route.path, ...before, handler(route))
    methods.set(route.path, [...(methods.get(route.path) ?? []), route.method.toUpperCase()])
  }
  for (const [path, allowed] of methods)
    router.all(path, (_req, res) => {
      res.set('Allow', allowed.join(', '))
      sendProblem(res, wrongMethod(allowed))
    })
  return router
}
