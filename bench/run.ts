// npm run bench: speed and memory as ratios against a floor measured in the same run. Absolute times belong to the machine.
// BENCH_SIZES (default 2000,20000,200000) and BENCH_ROUNDS (default 150); DATABASE_URL measures a server on this machine instead.
// ANONYMITY_TEXTS: a file of texts for the anonymity gate, beside those that it makes itself.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { readConfig } from '../src/config.ts'
import { openScopedRegister } from '../src/main.ts'
import { gateReport } from './anonymity/gate.ts'
import { bundleSizes } from './bundle.ts'
import { contest } from './contest.ts'
import { fillTo, settle } from './fill.ts'
import { importTimes } from './import-tracker.ts'
import { benchIssuer } from './issuer.ts'
import { compare, type Times } from './measure.ts'
import { startOnce } from './start.ts'

const sizes = (process.env.BENCH_SIZES ?? '2000,20000,200000').split(',').map(Number)
const rounds = Number(process.env.BENCH_ROUNDS ?? 150)
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const row = (size: number, { name, median, p95, ratio }: Times): string =>
  `${size.toLocaleString('en-GB').padStart(8)}  ${name.padEnd(34)} ${median.toFixed(2).padStart(8)} ${p95.toFixed(2).padStart(8)} ${ratio.toFixed(2).padStart(7)}`

const dataDir = await mkdtemp(path.join(tmpdir(), 'family-finding-bench-'))
const medians = new Map<string, number[]>()
try {
  const config = readConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    ...(process.env.DATABASE_URL === undefined ? {} : { DATABASE_URL: process.env.DATABASE_URL }),
  })
  const issuer = await benchIssuer()
  const opened = await openScopedRegister(config)
  say(`engine ${opened.database.engine}, ${rounds} rounds, ratio: median of round by round against the floor above it`)
  say('children  what                              median ms   p95 ms   ratio')
  for (const size of sizes) {
    await fillTo(opened.database, size)
    await settle(opened.database)
    const { groups, close } = await contest(opened, issuer)
    for (const group of groups) {
      const results = await compare(group, rounds, 30)
      for (const times of results) {
        say(row(size, times))
        medians.set(times.name, [...(medians.get(times.name) ?? []), times.median])
      }
      const [, measured, plain] = results
      if (measured && plain) say(`          ${measured.name} to ${plain.name}: ${(measured.median / plain.median).toFixed(1)}`)
    }
    await close()
  }
  const imported = await importTimes(opened)
  say(
    `import of ${imported.rows.toLocaleString('en-GB')} rows: ${imported.first.toFixed(1)} s (aim 10), ${(imported.first / imported.bare).toFixed(1)}× one bare statement for each row and table; the same file again ${imported.again.toFixed(1)} s`,
  )
  for (const [name, [first = Number.NaN, ...later]] of medians)
    say(
      `growth of ${name}: ${later.map((median, index) => `${(median / first).toFixed(2)}× at ${(sizes[index + 1] ?? 0).toLocaleString('en-GB')}`).join(', ')} (1 at ${(sizes[0] ?? 0).toLocaleString('en-GB')})`,
    )
  await opened.database.close()
  issuer.close()
} finally {
  await rm(dataDir, { recursive: true, force: true })
}

const demo = await mkdtemp(path.join(tmpdir(), 'family-finding-bench-'))
try {
  const first = await startOnce(demo)
  const second = await startOnce(demo)
  say(
    `start to ready: first ${first.seconds.toFixed(1)} s, second ${second.seconds.toFixed(1)} s (aim 4), of the processor ${first.processorSeconds.toFixed(1)} s and ${second.processorSeconds.toFixed(1)} s; resident: first ${first.megabytes.toFixed(0)} MB, second ${second.megabytes.toFixed(0)} MB (aim 500)`,
  )
} finally {
  await rm(demo, { recursive: true, force: true })
}
const { first, all } = await bundleSizes(fileURLToPath(new URL('../tab/', import.meta.url)))
say(`the tab's compressed JavaScript: first paint ${first.toFixed(0)} kB (aim 240), all ${all.toFixed(0)} kB (aim 480)`)
for (const line of await gateReport(process.env.ANONYMITY_TEXTS)) say(line)
