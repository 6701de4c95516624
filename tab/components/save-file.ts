import type { Download } from '../api/client.ts'

/** Hands a file to the browser, which asks where to keep it or keeps it among the downloads. */
export const saveFile = ({ name, content }: Download): void => {
  const address = URL.createObjectURL(content)
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}
