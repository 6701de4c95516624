import { Link, Text } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Partner } from '../../../api/administration-queries.ts'
import { CopyButton } from '../../../components/copy-button.tsx'
import { FactsList } from '../../../components/facts-list.tsx'
import { Panel } from '../../../components/panel.tsx'
import { list } from '../../../text/numbers.ts'
import { SHARES_WORDS } from './sharing-words.ts'

const tenantWords = ({ hasTenant, servedBy, tenantId }: Partner): ReactNode => {
  if (!hasTenant) return servedBy === null ? 'None' : `None of its own: the people of ${servedBy} serve it`
  return tenantId === null ? 'Yes' : tenantId
}

/** Only Microsoft Entra knows whether an organisation approved the app, and Family Finding does not ask it: so it says so. */
const consentWords = ({ consent, consentLink, isYours }: Partner, demo: boolean): ReactNode => {
  if (demo || consent === 'not-needed') return 'None needed'
  if (consentLink === null) return 'Not known here'
  return (
    <>
      Not known here.{' '}
      {isYours ? (
        <>
          If booking a meeting fails, have a global administrator of your organisation{' '}
          <Link href={consentLink} target="_blank" rel="noreferrer" inline>
            approve Family Finding
          </Link>
          .
        </>
      ) : (
        <>
          Their administrator approves Family Finding with the link <Text font="monospace">{consentLink}</Text>
          <CopyButton reference={consentLink} />
        </>
      )}
    </>
  )
}

/** One agency: what is known of it here, and of one's own a little more. */
export const PartnerPanel = ({ partner, demo }: { readonly partner: Partner; readonly demo: boolean }) => {
  const { name, isYours, isHub, sharesFrom, botInstalled, administrators } = partner
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['Microsoft 365 tenant', tenantWords(partner)],
    ['Approval by the organisation (admin consent)', consentWords(partner, demo)],
    ...(isHub ? [] : [['Partners read of its children from', SHARES_WORDS[sharesFrom]] as const]),
    ...(botInstalled === null
      ? []
      : [['Bot', botInstalled ? 'Installed: at least one channel is known' : 'No channel known yet: add Family Finding to a team'] as const]),
    ...(administrators === null ? [] : [['Administrators', administrators.length === 0 ? 'Nobody' : list(administrators)] as const]),
  ]
  return (
    <Panel title={isYours ? `${name} (yours)` : name}>
      <FactsList facts={facts} />
    </Panel>
  )
}
