// npm run pictures: starts the built app on an empty folder and takes the pictures of docs/pictures, as two people of the demo region see it.
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const pictures = path.join(root, 'docs/pictures')
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=en-GB',
]

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })

const dataDir = await mkdtemp(path.join(tmpdir(), 'family-finding-pictures-'))
const port = await freePort()
const url = `http://127.0.0.1:${port}`
const app = spawn(process.execPath, ['dist/src/main.js'], {
  cwd: root,
  env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: dataDir },
  stdio: 'inherit',
})
// A date field draws its day in the browser's own language, where that is installed (Debian: chromium-l10n); a page's locale does not change it.
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: FLAGS,
  env: { ...process.env, LANGUAGE: 'en_GB:en' },
})

const untilReady = async () => {
  while (
    !(await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    if (app.exitCode !== null) throw new Error('The app did not start.')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const open = async (width, height) => {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
    deviceScaleFactor: 1,
  })
  await context.route(
    ({ hostname }) => !/^(127\.0\.0\.1|localhost)$/u.test(hostname),
    (route) => route.abort('blockedbyclient'),
  )
  const page = await context.newPage()
  await page.goto(`${url}/local/`)
  await page.getByRole('textbox', { name: 'Message' }).waitFor()
  return page
}
const signInAs = async (page, person) => {
  const people = page.getByRole('combobox', { name: 'Signed in as' })
  await people.selectOption(await people.getByRole('option', { name: person, includeHidden: true }).getAttribute('value'))
}
const save = (page, name) => page.screenshot({ path: path.join(pictures, `${name}.png`) })
const answers = (page) => page.getByRole('log').getByRole('article', { name: /^Family Finding/u })
const say = async (page, text) => {
  const before = await answers(page).count()
  await page.getByRole('textbox', { name: 'Message' }).fill(text)
  await page.getByRole('button', { name: 'Send' }).click()
  await answers(page).nth(before).waitFor()
  await page.waitForLoadState('networkidle').catch(() => undefined)
}

try {
  await mkdir(pictures, { recursive: true })
  await untilReady()
  const page = await open(1280, 900)
  await say(page, 'sibling groups in Leicestershire waiting over six months')
  await page.getByText('Only you see this view').last().waitFor()
  await save(page, 'bot-waiting-light')

  const reference = /FF-[0-9A-Z]{5}/u.exec(await answers(page).last().innerText())[0]
  await say(page, `post ${reference} to #regional`)
  await save(page, 'post-preview-light')
  await page.getByRole('button', { name: /^Post/u }).last().click()
  await page.getByRole('button', { name: '#regional', exact: true }).click()
  await page.getByText(`${reference}: a family is needed`).waitFor()
  await save(page, 'channel-card-light')

  const tab = page.frameLocator('iframe')
  // as much of a page as a reader wants to see at once, rather than what a laptop shows of it
  await page.setViewportSize({ width: 1280, height: 1500 })
  for (const [label, name] of [
    ['Light', 'light'],
    ['Dark', 'dark'],
    ['High contrast', 'contrast'],
  ]) {
    await page.getByRole('combobox', { name: 'Theme' }).selectOption(label)
    await page.getByRole('tab', { name: 'Tab' }).click()
    await tab
      .getByRole('img', { name: /from the placement order/u })
      .first()
      .waitFor()
    await save(page, `waiting-list-${name}`)
    await tab.getByRole('textbox', { name: 'Find by reference' }).fill(reference)
    await tab.getByRole('textbox', { name: 'Find by reference' }).press('Enter')
    await tab.getByRole('region', { name: 'Clocks' }).waitFor()
    await save(page, `child-${name}`)
    await page.getByRole('tab', { name: 'Chat' }).click()
  }

  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('Light')
  await page.getByRole('tab', { name: 'Tab' }).click()
  await tab.getByRole('textbox', { name: 'Find by reference' }).fill(reference)
  await tab.getByRole('textbox', { name: 'Find by reference' }).press('Enter')
  await tab.getByRole('button', { name: 'Record a date…' }).click()
  const form = tab.getByRole('dialog', { name: 'Record a date' })
  await form.getByRole('combobox', { name: 'What happened' }).selectOption('linked')
  await form.getByLabel('On which day').fill('2026-11-19')
  await form.locator('button[type="submit"]:not([aria-disabled="true"])').waitFor()
  await save(page, 'record-a-date-light')

  await form.getByRole('button', { name: 'Cancel' }).click()
  await tab.getByRole('link', { name: 'Posts', exact: true }).click()
  await tab.getByRole('list', { name: 'Out there' }).waitFor()
  await save(page, 'posts-light')

  const office = await open(1280, 1200)
  await signInAs(office, 'Bridget Callaghan')
  await office.getByRole('tab', { name: 'Tab' }).click()
  const administration = office.frameLocator('iframe')
  await administration.getByRole('link', { name: 'Administration' }).click()
  await administration.getByRole('tab', { name: 'Settings' }).click()
  await administration.getByRole('tabpanel', { name: 'Settings' }).getByRole('listitem').first().waitFor()
  await save(office, 'settings-light')
  await administration.getByRole('tab', { name: 'Import' }).click()
  await administration.getByLabel('Tracker file').setInputFiles(path.join(root, 'test/fixtures/leicester-city-tracker.xlsx'))
  await administration.getByRole('button', { name: /^Import \d+ children/u }).waitFor()
  await save(office, 'import-preview-light')
  for (const [section, name] of [
    ['Retention', 'retention'],
    ['Audit', 'audit'],
  ]) {
    await administration.getByRole('tab', { name: section }).click()
    await administration.getByRole('tabpanel', { name: section }).getByRole('heading').first().waitFor()
    await office.waitForLoadState('networkidle').catch(() => undefined)
    await save(office, `${name}-light`)
  }

  const phone = await open(320, 720)
  await say(phone, 'waiting')
  await answers(phone)
    .last()
    .evaluate((card) => {
      const log = card.closest('[role="log"]')
      log.scrollTop += card.getBoundingClientRect().top - log.getBoundingClientRect().top
    })
  await save(phone, 'bot-waiting-phone')
} finally {
  await browser.close()
  app.kill('SIGTERM')
  await new Promise((resolve) => app.once('exit', resolve))
  await rm(dataDir, { recursive: true, force: true })
}
