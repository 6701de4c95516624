import { fork } from 'node:child_process'
import { join } from 'node:path'
import * as z from 'zod'

const said = z.object({ ran: z.int(), faults: z.array(z.string()) })

export interface SendingSettings {
  readonly databaseUrl: string
  readonly connectorToken: string
  /** by tenant */
  readonly graphTokens: Readonly<Record<string, string>>
  readonly graphUrl: string
  readonly appId: string
}

/** Starts a real process with the built sources; it works when it is told the time, and dies when it is killed. */
export const sendingProcess = async (build: string, settings: SendingSettings) => {
  const child = fork(join(__dirname, 'sending-process.mjs'), [build, JSON.stringify(settings)], { execArgv: [] })
  const faults: string[] = []
  let isDead = false
  let answered: () => void = () => undefined
  child.on('message', (message) => {
    faults.push(...said.parse(message).faults)
    answered()
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      isDead = true
      answered()
      resolve()
    })
  })
  const answer = (): Promise<void> =>
    new Promise((resolve) => {
      answered = resolve
    })
  await answer()
  return {
    faults,
    isDead: () => isDead,
    /** Runs what is due at this moment; comes back when it is done, or when the process has died of it. */
    runDue: async (at: Date): Promise<void> => {
      if (isDead) return
      const done = answer()
      child.send({ at: at.getTime() }, () => undefined)
      await done
    },
    kill: async (): Promise<void> => {
      child.kill('SIGKILL')
      await ended
    },
  }
}
