import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'
import * as z from 'zod'
import { errorCode } from '../error-code.ts'

/** Enough to tell a process from a later one with the same number. What a system does not tell is null. */
export const processIdentity = z.strictObject({
  pid: z.int(),
  /** clock ticks since the machine started */
  startTime: z.string().nullable(),
  bootId: z.string().nullable(),
  hostname: z.string(),
  /** containers number their processes each from 1 */
  pidNamespace: z.string().nullable(),
})
export type ProcessIdentity = z.output<typeof processIdentity>

const orNull = (read: () => string): string | null => {
  try {
    return read()
  } catch {
    return null
  }
}

/** The fields from the third on, the state; the second is a name in brackets that may hold anything. */
const statOf = (pid: number): readonly string[] => {
  const text = readFileSync(`/proc/${pid.toString()}/stat`, 'utf8')
  return text.slice(text.lastIndexOf(')') + 2).split(' ')
}

const startTimeOf = (pid: number): string | null => orNull(() => statOf(pid)[19] ?? '')

/** Ended, all threads of it, and only not yet collected by its parent: in a container that may take long. It holds no file any more. */
const isZombie = (pid: number): boolean =>
  orNull(() => (['Z', 'X'].includes(statOf(pid)[0] ?? '') && readdirSync(`/proc/${pid.toString()}/task`).length <= 1 ? 'zombie' : '')) === 'zombie'

export const thisProcess = (): ProcessIdentity => ({
  pid: process.pid,
  startTime: startTimeOf(process.pid),
  bootId: orNull(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
  hostname: hostname(),
  pidNamespace: orNull(() => readlinkSync('/proc/self/ns/pid')),
})

const exists = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // somebody else's process is a process (EPERM)
    return errorCode(error) !== 'ESRCH'
  }
}

const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b

/**
 * True only with proof: this host has started anew since, or the process has ended, or its number is another's by now.
 * Never by age: a busy process may not stir for minutes. Another host or container cannot be judged from here.
 */
export const isProvablyDead = (holder: ProcessIdentity, here: ProcessIdentity = thisProcess()): boolean => {
  if (holder.hostname !== here.hostname) return false
  if (differ(holder.bootId, here.bootId)) return true
  if (differ(holder.pidNamespace, here.pidNamespace)) return false
  return !exists(holder.pid) || isZombie(holder.pid) || differ(holder.startTime, startTimeOf(holder.pid))
}
