// Prints the ten slowest tests of the given jest result files, and one closing line with the counts.
import { readFile } from 'node:fs/promises'

const files = await Promise.all(process.argv.slice(2).map(async (name) => ({ name, run: JSON.parse(await readFile(name, 'utf8')) })))
const tests = files.flatMap(({ name, run }) =>
  run.testResults.flatMap((file) => file.assertionResults.map((test) => ({ name, title: test.fullName, ms: test.duration ?? 0 }))),
)
for (const { ms, title, name } of tests.sort((one, other) => other.ms - one.ms).slice(0, 10))
  console.log(`${(ms / 1000).toFixed(1).padStart(6)} s  ${title}  (${name.replace(/^dist\/|-results\.json$/gu, '')})`)
const sum = (key) => files.reduce((total, { run }) => total + run[key], 0)
console.log(`\n${sum('numPassedTests')} passed, ${sum('numFailedTests')} failed`)
