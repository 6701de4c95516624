import { useEffect } from 'react'

/** Milliseconds: the dialog's own clearing up comes first. */
const AFTER_THE_DIALOG = 300

/**
 * An open dialog hides the page behind it from screen readers, and shows it again when the focus comes back. Where the dialog goes
 * together with its page (Back was pressed, another page opened) nothing comes back, and the next page stays hidden (fluentui#35139).
 */
export const useUncoveredPage = (place: string): void => {
  useEffect(() => {
    const timer = setTimeout(() => {
      if (document.querySelector('[role="dialog"]') === null) document.getElementById('tab')?.removeAttribute('aria-hidden')
    }, AFTER_THE_DIALOG)
    return () => clearTimeout(timer)
  }, [place])
}
