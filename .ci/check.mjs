// npm run check: format, lint, types, arrows, dead code. All of it runs even when one part fails, so that one run tells everything.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const bin = (name) => path.join(root, 'node_modules', '.bin', name)

const CHECKS = [
  ['format', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  ['types of service, bot and tests', bin('tsc'), ['-p', '.']],
  ['types of the tab', bin('tsc'), ['-p', 'tab', '--noEmit']],
  ['types of the local page', bin('tsc'), ['-p', 'src/local/page', '--noEmit']],
  ['arrows', process.execPath, ['.ci/arrows.mjs']],
  ['dead code', bin('knip'), ['--config', '.ci/knip.json', '--no-progress', '--no-config-hints']],
  ['one way out', process.execPath, ['.ci/one-way-out.mjs']],
  ['lint', bin('eslint'), ['--config', '.ci/eslint.config.mjs', '--max-warnings', '0', '.']],
]

const run = ([name, command, args]) =>
  new Promise((resolve) => {
    const started = Date.now()
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ name, ok: false, output: error.message, seconds: 0 }))
    child.on('close', (code) => resolve({ name, ok: code === 0, output, seconds: (Date.now() - started) / 1000 }))
  })

/** Two at a time: the usual machine has two cores. */
const waiting = [...CHECKS]
const results = []
const worker = async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const result = await run(next)
    results.push(result)
    console.log(`${result.ok ? 'ok    ' : 'FAILED'} ${result.name} (${result.seconds.toFixed(1)} s)`)
    if (!result.ok) console.log(result.output)
  }
}
await Promise.all([worker(), worker()])
process.exit(results.every(({ ok }) => ok) ? 0 : 1)
