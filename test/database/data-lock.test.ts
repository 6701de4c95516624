import { readFileSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { Writable } from 'node:stream'
import { lockData } from '../../src/database/embedded/data-lock.ts'
import { isProvablyDead, thisProcess } from '../../src/database/embedded/process-identity.ts'
import { inDataFolder } from '../support/data-folder.ts'

const freePid = (): number => spawnSync(process.execPath, ['--version']).pid
const here = thisProcess()

test('a process is dead only with proof', () => {
  expect(isProvablyDead(here)).toBe(false)
  expect(isProvablyDead({ ...here, pid: freePid() })).toBe(true)
  expect(isProvablyDead({ ...here, startTime: '1' })).toBe(true)
  expect(isProvablyDead({ ...here, bootId: 'another start of this machine' })).toBe(true)
  expect(isProvablyDead({ ...here, startTime: null, bootId: null, pidNamespace: null })).toBe(false)
})

const onLinux = process.platform === 'linux' ? test : test.skip
onLinux('a process that has ended is dead, though nobody has collected it yet', async () => {
  // the shell starts a child that waits for a line, and becomes `sleep`, which collects no children; only then does the child end
  const parent = spawn('sh', ['-c', 'sh -c "read line <&3" & echo $!; exec sleep 30'], { stdio: ['ignore', 'pipe', 'inherit', 'pipe'] })
  try {
    const told = parent.stdout
    const end = parent.stdio[3]
    if (!told || !(end instanceof Writable)) throw new Error('the shell has no pipes')
    const [said] = (await once(told, 'data')) as [Buffer]
    const [pid, parentPid] = [Number(said.toString()), parent.pid ?? 0]
    const until = async (there: () => boolean): Promise<void> => {
      while (!there()) await new Promise(setImmediate)
    }
    await until(() => readFileSync(`/proc/${parentPid.toString()}/comm`, 'utf8') === 'sleep\n')
    expect(isProvablyDead({ ...here, pid, startTime: null })).toBe(false)
    end.end('\n')
    await until(() => / Z /u.test(readFileSync(`/proc/${pid.toString()}/stat`, 'utf8')))
    expect(isProvablyDead({ ...here, pid, startTime: null })).toBe(true)
    expect(isProvablyDead({ ...here, pid: parentPid, startTime: null })).toBe(false)
  } finally {
    parent.kill('SIGKILL')
  }
})

test('a process of another host or container is never taken for dead', () => {
  expect(isProvablyDead({ ...here, hostname: 'elsewhere', pid: freePid() })).toBe(false)
  expect(isProvablyDead({ ...here, pidNamespace: 'pid:[1]', pid: freePid(), startTime: '1' })).toBe(false)
})

test('the lock of a dead process is taken over, the lock of a live one is not', async () => {
  await inDataFolder(async (folder) => {
    const file = join(folder, 'register.lock')
    writeFileSync(file, JSON.stringify({ ...here, pid: freePid() }))
    const lock = lockData(file)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(here)
    expect(() => lockData(file)).toThrow(`DATA_DIR is in use by process ${process.pid.toString()}. Stop it, or set DATA_DIR to another folder.`)
    lock.release()
    lockData(file).release()
    expect(await readdir(folder)).toEqual([])
  })
})

test('the refusal names another host and says what to do when it is gone', async () => {
  await inDataFolder((folder) => {
    const file = join(folder, 'register.lock')
    writeFileSync(file, JSON.stringify({ ...here, hostname: 'elsewhere', pid: 17 }))
    expect(() => lockData(file)).toThrow(
      `DATA_DIR is in use by process 17 on elsewhere. Stop it, or set DATA_DIR to another folder. If that machine or container is gone for good, delete ${file}.`,
    )
    return Promise.resolve()
  })
})

test.each(['', '{"pid":', '{"pid":"x"}', '[]'])('a lock that cannot be read is not taken over: %j', async (text) => {
  await inDataFolder((folder) => {
    const file = join(folder, 'register.lock')
    writeFileSync(file, text)
    expect(() => lockData(file)).toThrow('If no other process uses this DATA_DIR, delete that file.')
    expect(readFileSync(file, 'utf8')).toBe(text)
    return Promise.resolve()
  })
})

test('while one process takes a lock over, another is refused', async () => {
  await inDataFolder((folder) => {
    const file = join(folder, 'register.lock')
    writeFileSync(file, JSON.stringify({ ...here, pid: freePid() }))
    writeFileSync(`${file}.takeover`, JSON.stringify(here))
    expect(() => lockData(file)).toThrow('DATA_DIR is in use by process')
    writeFileSync(`${file}.takeover`, JSON.stringify({ ...here, pid: freePid() }))
    expect(() => lockData(file)).toThrow(`delete ${file}.takeover`)
    return Promise.resolve()
  })
})
