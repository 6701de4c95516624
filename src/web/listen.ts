import { createServer, type RequestListener, type Server } from 'node:http'

export interface Listening {
  /** the port that was taken, also where 0 asked for any */
  readonly port: number
  /** From now on requests are answered; until then they are told to wait. */
  serve(app: RequestListener): void
  /** Takes no new request, and waits for those that are being answered, at most this many milliseconds. */
  stop(patience: number): Promise<void>
}

const starting: RequestListener = (_req, res) => {
  res.writeHead(503, { 'Retry-After': '2', 'Cache-Control': 'no-store' }).end()
}

const portOf = (server: Server): number => {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port.')
  return address.port
}

/** Takes the port before anything is opened, so that a second start on the same port touches nothing. Throws a sentence where it is taken. */
export const listen = async (port: number, host: string | undefined): Promise<Listening> => {
  let app = starting
  const server = createServer((req, res) => {
    app(req, res)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE' ? new Error(`Port ${port.toString()} is taken, perhaps by this app itself. Stop it, or set PORT to another one.`) : error,
      )
    })
    server.listen(port, host, resolve)
  })
  return {
    port: portOf(server),
    serve: (ready) => {
      app = ready
    },
    stop: (patience) =>
      new Promise((resolve) => {
        const cut = setTimeout(() => {
          server.closeAllConnections()
        }, patience)
        server.close(() => {
          clearTimeout(cut)
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}
