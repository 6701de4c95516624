import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** Compressed JavaScript of the built tab, in kB: what the first paint loads (the page's own scripts and what they import at once), and all of it. */
export const bundleSizes = async (directory: string): Promise<{ readonly first: number; readonly all: number }> => {
  const assets = path.join(directory, 'assets')
  const files = (await readdir(assets)).filter((name) => name.endsWith('.js'))
  const sizes = new Map<string, number>()
  const imports = new Map<string, readonly string[]>()
  for (const name of files) {
    const text = await readFile(path.join(assets, name), 'utf8')
    sizes.set(name, gzipSync(text).length)
    imports.set(
      name,
      [...text.matchAll(/(?:^|[;}\s])(?:import|export)(?:[^"'();]*?from)?\s*["']\.\/([^"']+\.js)["']/gu)].flatMap(([, imported]) => imported ?? []),
    )
  }
  const html = await readFile(path.join(directory, 'index.html'), 'utf8')
  const first = new Set<string>()
  const visit = (name: string): void => {
    if (first.has(name)) return
    first.add(name)
    for (const next of imports.get(name) ?? []) visit(next)
  }
  for (const [, name] of html.matchAll(/(?:src|href)="[^"]*\/([^"/]+\.js)"/gu)) if (name !== undefined) visit(name)
  const kilobytes = (names: Iterable<string>): number => [...names].reduce((total, name) => total + (sizes.get(name) ?? 0), 0) / 1000
  return { first: kilobytes(first), all: kilobytes(sizes.keys()) }
}
