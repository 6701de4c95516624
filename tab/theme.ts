import { teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components'
import type { Theme as FluentTheme } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { themeOf } from './host.ts'
import type { Host, Theme } from './host.ts'

export const FLUENT_THEMES: Readonly<Record<Theme, FluentTheme>> = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme }

const DARK = '(prefers-color-scheme: dark)'
const CONTRAST = '(forced-colors: active)'

const systemTheme = (): Theme => {
  if (window.matchMedia(CONTRAST).matches) return 'contrast'
  return window.matchMedia(DARK).matches ? 'dark' : 'default'
}

/** The host's theme as it changes; in a plain browser the system's. */
export const useTheme = ({ library, theme }: Host): Theme => {
  const [current, setCurrent] = useState<Theme>(() => (library ? theme : systemTheme()))
  useEffect(() => {
    if (library) {
      library.onTheme((name) => setCurrent(themeOf(name)))
      return undefined
    }
    const media = [window.matchMedia(DARK), window.matchMedia(CONTRAST)]
    const follow = () => setCurrent(systemTheme())
    for (const query of media) query.addEventListener('change', follow)
    return () => {
      for (const query of media) query.removeEventListener('change', follow)
    }
  }, [library])
  // what the browser itself draws, such as the calendar of a day's field, follows the theme and not the system
  useEffect(() => {
    document.documentElement.style.colorScheme = current === 'default' ? 'light' : 'dark'
  }, [current])
  return current
}
