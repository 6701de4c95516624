import { Badge, Button, Caption1, Text, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { useState } from 'react'
import type { Worker } from '../../../api/administration-queries.ts'
import { useAnnounce } from '../../../components/announcer.tsx'
import { dateWords } from '../../../text/dates.ts'
import { ChangePerson } from './change-person.tsx'
import { heldWords } from '../../../text/roles.ts'

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
  },
  who: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  small: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  roles: { gridColumn: '1 / -1', display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS, margin: 0, padding: 0, listStyleType: 'none' },
  over: { color: tokens.colorNeutralForeground2 },
})

interface PersonRowProps {
  readonly person: Worker
  readonly mayChange: boolean
  /** plain date, of the service */
  readonly today: string
}

/** Somebody, the roles they hold, held and are to hold, and one way to change them. */
export const PersonRow = ({ person, mayChange, today }: PersonRowProps) => {
  const styles = useStyles()
  const announce = useAnnounce()
  const restoreFocus = useRestoreFocusTarget()
  const [isChanging, setChanging] = useState(false)
  const { name, organisation, isYou, leftOn, roles } = person
  const hasLeft = leftOn !== null && leftOn <= today
  const saved = () => {
    setChanging(false)
    announce(`Saved for ${name}`)
  }
  return (
    <div className={styles.row}>
      <div className={styles.who}>
        <Text weight="semibold">{name}</Text>
        {isYou && <Badge appearance="outline">You</Badge>}
        {leftOn !== null && (
          <Badge appearance="tint" color={hasLeft ? 'informative' : 'warning'}>
            {hasLeft ? 'Left' : 'Leaves'} {dateWords(leftOn)}
          </Badge>
        )}
        <Caption1 className={styles.small}>{organisation}</Caption1>
      </div>
      {mayChange && !hasLeft && (
        <Button {...restoreFocus} size="small" aria-label={`Change ${name}`} onClick={() => setChanging(true)}>
          Change
        </Button>
      )}
      {roles.length === 0 ? (
        <Text className={styles.roles}>No role: this person can sign in and open nothing.</Text>
      ) : (
        <ul className={styles.roles} aria-label={`Roles of ${name}`}>
          {roles.map((held) => (
            <li key={`${held.role} ${held.grantedOn}`} className={held.state === 'ended' || hasLeft ? styles.over : ''}>
              {heldWords(held)}
            </li>
          ))}
        </ul>
      )}
      {isChanging && <ChangePerson person={person} today={today} saved={saved} close={() => setChanging(false)} />}
    </div>
  )
}
