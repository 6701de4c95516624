import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const DATABASE = ['src/core', 'src/database', 'src/safeguards']

/** As the build does, without checking types: for threads and child processes, which run outside jest's module system. */
const translate = (text: string): string =>
  ts.transpileModule(text, {
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true, rewriteRelativeImportExtensions: true },
  }).outputText

/** Builds rooms of the present sources into a folder inside node_modules, from where packages are found: the first ones unless told which. */
export const buildRooms = async (into: string, rooms: readonly string[] = DATABASE): Promise<void> => {
  for (const room of rooms)
    for (const file of await readdir(join(ROOT, room), { recursive: true })) {
      if (!/\.(?:ts|sql)$/u.test(file)) continue
      const target = join(into, room, file.replace(/\.ts$/u, '.js'))
      const text = await readFile(join(ROOT, room, file), 'utf8')
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, file.endsWith('.ts') ? translate(text) : text)
    }
  await writeFile(join(into, 'package.json'), '{ "type": "module" }\n')
}

export const buildFolder = (name: string): string => join(ROOT, 'node_modules/.cache/family-finding-test', name)
