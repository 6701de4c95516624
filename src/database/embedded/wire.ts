import { Duplex } from 'node:stream'

/** Hands a piece of PostgreSQL's wire protocol to an engine and gives its answer back. */
export type Exchange = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array>

type Done = (error?: Error | null) => void

/**
 * What pg takes for a socket to a server: each batch of messages goes to the embedded engine. So both engines are driven by
 * one client, which sends parameters and reads columns in one way.
 */
export class Wire extends Duplex {
  readonly #exchange: Exchange

  constructor(exchange: Exchange) {
    super()
    this.#exchange = exchange
  }

  connect(): this {
    process.nextTick(() => this.emit('connect'))
    return this
  }

  // pg sets these on its socket
  setNoDelay(): this {
    return this
  }
  setKeepAlive(): this {
    return this
  }
  ref(): this {
    return this
  }
  unref(): this {
    return this
  }

  override _read(): void {
    // answers are pushed as they come
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    this.#hand(chunk, done)
  }

  override _writev(chunks: { chunk: Buffer }[], done: Done): void {
    this.#hand(Buffer.concat(chunks.map(({ chunk }) => chunk)), done)
  }

  override _final(done: Done): void {
    this.push(null)
    done()
  }

  #hand(bytes: Buffer, done: Done): void {
    this.#exchange(new Uint8Array(bytes)).then(
      (answer) => {
        if (answer.length > 0) this.push(Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength))
        done()
      },
      (error: unknown) => {
        done(error instanceof Error ? error : new Error(String(error)))
      },
    )
  }
}
