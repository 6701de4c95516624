// Proves that lint holds the one way out (eslint.config.mjs): a call of the outbound port, or an answer to a turn, planted elsewhere is caught.
import { ESLint } from 'eslint'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const eslint = new ESLint({ cwd: root, overrideConfigFile: path.join(root, '.ci', 'eslint.config.mjs') })

/** [file, what is planted there, whether it is to be caught] */
const PLANTED = [
  ['src/meetings/book-meeting.ts', 'deps.outbound.postCard(to, card, summary)', true],
  ['src/children/read-child.ts', 'const { updateCard } = outbound', true],
  ['bot/show-child.ts', 'deps.outbound["deleteCard"](to, id)', true],
  ['bot/commands/help.ts', 'context.sendActivity("hello")', true],
  ['src/posts/delivery/send-post.ts', 'context.sendActivity("hello")', true],
  ['bot/teams-bot.ts', 'outbound.postCard(to, card, summary)', true],
  ['src/posts/delivery/send-post.ts', 'outbound.postCard(to, card, summary)', false],
  ['bot/teams-bot.ts', 'context.sendActivity("hello")', false],
]

const isCaught = async ([file, text]) => {
  const [result] = await eslint.lintText(`${text}\n`, { filePath: path.join(root, file) })
  return result.messages.some(({ ruleId }) => ruleId === 'no-restricted-properties')
}
let wrong = 0
for (const planted of PLANTED) {
  if ((await isCaught(planted)) === planted[2]) continue
  wrong += 1
  console.error(`${planted[0]}: "${planted[1]}" was ${planted[2] ? 'not caught' : 'refused'}: the check itself is broken.`)
}
if (wrong > 0) process.exit(1)
console.log(`one way out: ${PLANTED.length} planted calls judged rightly`)
