// Holds the arrows between rooms, then plants a violation of each rule in a copy of the tree's shape and proves that it is caught.
import { cruise } from 'dependency-cruiser'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { rules } from './arrows.rules.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const options = (baseDir) => ({
  baseDir,
  ruleSet: { forbidden: rules },
  validate: true,
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '^dist/' },
  tsPreCompilationDeps: true,
  preserveSymlinks: true,
  enhancedResolveOptions: {
    extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    exportsFields: ['exports'],
    conditionNames: ['import', 'require', 'node', 'default', 'types'],
  },
})

const violationsIn = async (baseDir, folders) => (await cruise(folders, options(baseDir))).output.summary.violations

const violations = await violationsIn(root, ['src', 'bot', 'tab'])
for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} -> ${to}`)

/** One file per rule that breaks it: [rule, file, the import it must not have, a file to make so that the import resolves]. */
const PLANTED = [
  ['room-core', 'src/core/a.ts', '../database/b.ts', 'src/database/b.ts'],
  ['room-children', 'src/children/a.ts', '../overview/b.ts', 'src/overview/b.ts'],
  ['room-posts', 'src/posts/a.ts', '../children/b.ts', 'src/children/b.ts'],
  ['no-cycles', 'src/http/c1.ts', './c2.ts', 'src/http/c2.ts', "import './c1.ts'"],
  ['src-knows-no-bot', 'src/web/a.ts', '../../bot/b.ts', 'bot/b.ts'],
  ['src-knows-no-tab', 'src/web/t.ts', '../../tab/b.ts', 'tab/b.ts'],
  ['nobody-imports-main', 'src/web/m.ts', '../use-cases.ts', 'src/use-cases.ts'],
  ['bot-is-a-mouth', 'bot/a.ts', '../src/children/child-store.ts', 'src/children/child-store.ts'],
  ['tab-imports-contracts', 'tab/a.ts', '../src/children/read-child.ts', 'src/children/read-child.ts'],
  ['contract-is-pure', 'src/children/x-contract.ts', './read-child.ts', 'src/children/read-child.ts'],
  ['access-is-pure', 'src/children/x-access.ts', './child-store.ts', 'src/children/child-store.ts'],
  ['routes-reach-no-store', 'src/children/x-routes.ts', './child-store.ts', 'src/children/child-store.ts'],
  ['core-is-pure', 'src/core/z.ts', 'zod'],
  ['one-way-out', 'bot/o.ts', './outbound.ts', 'bot/outbound.ts'],
  ['botbuilder', 'bot/cards/a.ts', 'botbuilder'],
  ['graph-client', 'src/meetings/a.ts', '@microsoft/microsoft-graph-client'],
  ['teams-js', 'src/web/teams.ts', '@microsoft/teams-js'],
  ['database-drivers', 'src/children/pg.ts', 'pg'],
  ['sql', 'src/http/sql.ts', 'kysely'],
  ['express', 'src/children/express.ts', 'express'],
  ['no-nothing', 'src/children/nothing.ts', './is-not-there.ts'],
]

const garden = await mkdtemp(path.join(tmpdir(), 'arrows-'))
const put = async (file, text) => {
  await mkdir(path.dirname(path.join(garden, file)), { recursive: true })
  await writeFile(path.join(garden, file), text)
}
try {
  await symlink(path.join(root, 'node_modules'), path.join(garden, 'node_modules'))
  await put('package.json', '{"type":"module"}')
  for (const [, , , target, text] of PLANTED) if (target) await put(target, text ?? 'export const there = 1\n')
  for (const [, file, wrong] of PLANTED) await put(file, `import '${wrong}'\n`)
  const caught = new Set((await violationsIn(garden, ['src', 'bot', 'tab'])).map(({ rule, from }) => `${rule.name} ${from}`))
  const missed = PLANTED.filter(([rule, file]) => !caught.has(`${rule} ${file}`))
  for (const [rule, file] of missed) console.error(`A planted violation of ${rule} in ${file} was not caught: the check itself is broken.`)
  if (violations.length > 0 || missed.length > 0) process.exit(1)
  console.log(`arrows: ${rules.length} rules hold; ${PLANTED.length} planted violations caught`)
} finally {
  await rm(garden, { recursive: true, force: true })
}
