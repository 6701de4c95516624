import { Button } from '@fluentui/react-components'
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { useAnnounce } from './announcer.tsx'

/** Copies a reference; a host may forbid it, and then it says so. */
export const CopyButton = ({ reference }: { readonly reference: string }) => {
  const announce = useAnnounce()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(reference)
      setCopied(true)
      announce(`${reference} copied`)
    } catch {
      announce(`${reference} could not be copied here. Select it and copy it by hand.`)
    }
  }
  return (
    <Button
      appearance="transparent"
      size="small"
      aria-label={`Copy ${reference}`}
      icon={copied ? <CheckmarkRegular /> : <CopyRegular />}
      onClick={() => void copy()}
      onBlur={() => setCopied(false)}
    />
  )
}
