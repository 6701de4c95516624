import type { Frame, Page } from 'playwright-core'
import { axeFindings } from './browser.ts'

/** The neutral background of each of Fluent's themes for Teams. */
const THEMES = { Light: '#ffffff', Dark: '#292929', 'High contrast': '#000000' } as const
const THEME_NAMES = Object.keys(THEMES) as readonly (keyof typeof THEMES)[]
const BACKGROUND = `getComputedStyle(document.querySelector('.fui-FluentProvider')).getPropertyValue('--colorNeutralBackground1').trim()`
const WIDTHS = [320, 1024, 1440] as const

/** Chooses a theme on the local page, and waits until what is looked at wears it. */
const useTheme = async (page: Page, name: keyof typeof THEMES, where: Page | Frame): Promise<void> => {
  await page.getByRole('combobox', { name: 'Theme' }).selectOption({ label: name })
  while ((await where.evaluate(BACKGROUND)) !== THEMES[name]) await where.evaluate('new Promise(requestAnimationFrame)')
}

const overflow = (where: Page | Frame): Promise<number> =>
  where.evaluate<number>('document.scrollingElement.scrollWidth - document.scrollingElement.clientWidth')

/** What axe finds in each theme, and what is wider than the screen at each width; both empty where all is well. */
export const faultsOf = async (page: Page, where: Page | Frame): Promise<readonly string[]> => {
  const faults: string[] = []
  const note = (found: readonly string[], how: string) => faults.push(...found.map((fault) => `${how}: ${fault}`))
  for (const theme of THEME_NAMES) {
    await useTheme(page, theme, where)
    note(await axeFindings(where), theme)
  }
  await useTheme(page, 'Light', where)
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    for (const part of new Set([page, where])) {
      const tooWide = await overflow(part)
      if (tooWide > 0) faults.push(`${tooWide} px too wide at ${width}`)
    }
    if (width === 320) note(await axeFindings(where), '320 px')
  }
  await page.setViewportSize({ width: 1024, height: 900 })
  return faults
}
