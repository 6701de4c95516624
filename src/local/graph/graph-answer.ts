/** What the double answers; `drop` cuts the line without a word. */
export type GraphAnswer = { readonly status: number; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> } | 'drop'

/** A refusal in Graph's own shape and words; thrown anywhere in the double, answered in one place. */
export class GraphFailure extends Error {
  readonly status: number
  readonly code: string
  readonly headers: Readonly<Record<string, string>>
  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.code = code
    this.headers = headers
  }
}

export const failureAnswer = ({ status, code, message, headers }: GraphFailure, requestId: string, at: Date): Exclude<GraphAnswer, 'drop'> => ({
  status,
  headers,
  body: { error: { code, message, innerError: { date: at.toISOString().slice(0, 19), 'request-id': requestId, 'client-request-id': requestId } } },
})

export const tooMany = (seconds: number): GraphFailure =>
  new GraphFailure(429, 'ApplicationThrottled', 'Application is over its MailboxConcurrency limit.', { 'Retry-After': String(seconds) })
