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
  readonly answer: A
  readonly signal?: AbortSignal
}
export interface Client {
  readonly call: <A extends z.ZodType>(call: Call<A>) => Promise<z.output<A>>
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

/** The one way to the API: token, contract, problem details. A refused token is renewed once, then the refusal stands. */
export const createClient = (session: Session, send: Fetch): Client => {
  const sendAs = async (token: string, { path, query, body, signal }: Call<z.ZodType>): Promise<Response> => {
    const search = query?.toString() ?? ''
    try {
      return await send(`/api/v1/${path}${search === '' ? '' : `?${search}`}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${token}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(signal && { signal }),
      })
    } catch (error) {
      if (signal?.aborted === true) throw error
      throw new Unreachable('No answer', { cause: error })
    }
  }

  return {
    call: async (call) => {
      const first = await sendAs(await session.token(), call)
      const response = first.status === 401 ? await sendAs(await session.renew(), call) : first
      if (!response.ok) throw await refusalOf(response)
      const read = call.answer.safeParse(await readJson(response))
      if (!read.success) throw new UnreadableAnswer(read.error.message)
      return read.data
    },
  }
}
