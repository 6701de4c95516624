import * as z from 'zod'
import type { Actor } from '../core/actor.ts'
import type { Result } from '../core/result.ts'

/** What an upload brings, and what a download takes with it. */
export const fileBytes = z.instanceof(Uint8Array)
export const fileAnswer = z.strictObject({ fileName: z.string().regex(/^[\w .-]+$/u), mediaType: z.string(), bytes: fileBytes })

type Output<S> = S extends z.ZodType ? z.output<S> : undefined

/** One endpoint: parsed by its contracts, answered by a use case, described in OpenAPI from the same shapes. */
export interface RouteOf<P extends z.ZodType | undefined, Q extends z.ZodType | undefined, B extends z.ZodType | undefined, A extends z.ZodType> {
  readonly method: 'get' | 'post'
  /** Express path under /api/v1, for example `/children/:reference` */
  readonly path: string
  readonly summary: string
  readonly params?: P
  readonly query?: Q
  readonly body?: B
  readonly answer: A
  /** The body is a file: `application/octet-stream`, at most this many bytes, handed on as it is. `body` is then `fileBytes`. */
  readonly upload?: { readonly maxBytes: number }
  /** The answer is a file to be saved: `answer` is then `fileAnswer`. */
  readonly download?: true
  /** 200 when absent; 202 where the effect comes later */
  readonly status?: 200 | 201 | 202
  readonly handle: (actor: Actor, input: { readonly params: Output<P>; readonly query: Output<Q>; readonly body: Output<B> }) => Promise<Result<z.input<A>>>
}
export type Route = RouteOf<z.ZodType | undefined, z.ZodType | undefined, z.ZodType | undefined, z.ZodType>

/** Keeps the types of one endpoint together while the list of all endpoints forgets them. */
export const route = <
  A extends z.ZodType,
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  endpoint: RouteOf<P, Q, B, A>,
): Route => endpoint
