// Builds the service (tsc), the tab and the local page (Vite) into dist/, side by side. Runs in `npm ci` (prepare), so that `npm start` only starts.
import { spawn } from 'node:child_process'
import { cp, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const bin = (name) => path.join(root, 'node_modules', '.bin', name)

const run = (name, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(bin(name), args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve(output) : reject(new Error(`${name} ${args.join(' ')} failed:\n${output}`))))
  })

/** SQL, and the word lists of the anonymity gate, are read beside the compiled code. */
const copyData = async (folder) => {
  for (const entry of await readdir(path.join(root, folder), { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const from = path.join(entry.parentPath ?? entry.path, entry.name)
    if (!entry.name.endsWith('.sql') && path.basename(path.dirname(from)) !== 'lists') continue
    await cp(from, path.join(root, 'dist', path.relative(root, from)))
  }
}

const parts = {
  service: async () => {
    await rm(path.join(root, 'dist', 'src'), { recursive: true, force: true })
    await rm(path.join(root, 'dist', 'bot'), { recursive: true, force: true })
    await run('tsc', ['-p', 'src/tsconfig.build.json'])
    await copyData('src')
  },
  tab: () => run('vite', ['build', '--config', 'tab/vite.config.ts', '--logLevel', 'warn']),
  'local-page': () => run('vite', ['build', '--config', 'src/local/page/vite.config.ts', '--logLevel', 'warn']),
}

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(parts)
const results = await Promise.allSettled(wanted.map((name) => parts[name]()))
for (const [index, result] of results.entries())
  if (result.status === 'rejected') console.error(`Building the ${wanted[index]} failed.\n${result.reason.message}`)
if (results.some((result) => result.status === 'rejected')) process.exit(1)
