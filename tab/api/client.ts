import type * as z from 'zod'
import { problem } from '../../src/http/problem-contract.ts'
import type { Session } from '../session.ts'

export type Problem = z.output<typeof problem>

/** The service said no, or failed and said so. */
export class ServiceProblem extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title)
    this.name = 'ServiceProblem'
  }
}

/** No answer at all: no network, or the service is away. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'
}

/** An answer that is not in the contract: the page is probably older or newer than the service. */
export class UnreadableAnswer extends Error {
  override readonly name = 'UnreadableAnswer'
}

export interface Call<A extends z.ZodType> {
  readonly path: string
  readonly query?: URLSearchParams
  /** sent with POST where present */
  readonly body?: unknown
  /** sent as it is, with POST; instead of a body */
  readonly file?: Blob
  readonly answer: A
  readonly signal?: AbortSignal
}
/** A file to be saved, under the name that the service gave it. */
export interface Download {
  readonly name: string
  readonly content: Blob
}
export interface Client {
  readonly call: <A extends z.ZodType>(call: Call<A>) => Promise<z.output<A>>
  /** sent with POST where there is a body */
  readonly download: (path: string, body?: object) => Promise<Download>
}

type Fetch = (address: string, init: RequestInit) => Promise<Response>

const readJson = async (response: Response): Promise<unknown> => {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

const refusalOf = async (response: Response): Promise<Error> => {
  const read = problem.safeParse(await readJson(response))
  if (read.success) return new ServiceProblem(read.data)
  return response.status >= 502 && response.status <= 504
    ? new Unreachable(`The service answered ${response.status}`)
    : new UnreadableAnswer(`The service answered ${response.status}`)
}

/** What goes with a request, and as what it is sent. */
const contentOf = ({ body, file }: Pick<Call<z.ZodType>, 'body' | 'file'>): { readonly type: string; readonly content: string | Blob } | undefined => {
  if (file !== undefined) return { type: 'application/octet-stream', content: file }
  return body === undefined ? undefined : { type: 'application/json', content: JSON.stringify(body) }
}

const nameOf = (response: Response): string => /filename="([^"]+)"/u.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'download'

/** The one way to the API: token, contract, problem details. A refused token is renewed once, then the refusal stands. */
export const createClient = (session: Session, send: Fetch): Client => {
  const sendAs = async (token: string, call: Omit<Call<z.ZodType>, 'answer'>): Promise<Response> => {
    const { path, query, signal } = call
    const search = query?.toString() ?? ''
    const sent = contentOf(call)
    try {
      return await send(`/api/v1/${path}${search === '' ? '' : `?${search}`}`, {
        method: sent === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${token}`, ...(sent && { 'content-type': sent.type }) },
        ...(sent && { body: sent.content }),
        ...(signal && { signal }),
      })
    } catch (error) {
      if (signal?.aborted === true) throw error
      throw new Unreachable('No answer', { cause: error })
    }
  }

  const answered = async (call: Omit<Call<z.ZodType>, 'answer'>): Promise<Response> => {
    const first = await sendAs(await session.token(), call)
    const response = first.status === 401 ? await sendAs(await session.renew(), call) : first
    if (!response.ok) throw await refusalOf(response)
    return response
  }

  return {
    download: async (path, body) => {
      const response = await answered({ path, ...(body && { body }) })
      return { name: nameOf(response), content: await response.blob() }
    },
    call: async (call) => {
      const response = await answered(call)
      const read = call.answer.safeParse(await readJson(response))
      if (!read.success) throw new UnreadableAnswer(read.error.message)
      return read.data
    },
  }
}
