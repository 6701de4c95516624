import type { Frame, Locator, Page } from 'playwright-core'

/** Presses Tab until something has the focus; who cannot see would need as many presses. */
export const tabTo = async (page: Page, frame: Frame, target: Locator, most = 60): Promise<void> => {
  for (let presses = 0; presses < most; presses += 1) {
    if ((await target.and(frame.locator(':focus')).count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${target.toString()}.`)
}
