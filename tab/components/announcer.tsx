import { makeStyles } from '@fluentui/react-components'
import { createContext, useContext, useState } from 'react'
import type { ReactNode } from 'react'
import { hidden } from './hidden.ts'

const AnnounceContext = createContext<(words: string) => void>(() => undefined)
const useStyles = makeStyles({ hidden })

/** Says to a screen reader what changed without the focus moving. */
export const Announcer = ({ children }: { readonly children: ReactNode }) => {
  const [words, setWords] = useState('')
  const styles = useStyles()
  return (
    <AnnounceContext.Provider value={setWords}>
      {children}
      <div role="status" aria-label="Announcements" className={styles.hidden}>
        {words}
      </div>
    </AnnounceContext.Provider>
  )
}

export const useAnnounce = (): ((words: string) => void) => useContext(AnnounceContext)
