import { Badge, Button, Caption1, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import type { Setting, SettingEffect } from '../../../api/settings-queries.ts'
import { useAnnounce } from '../../../components/announcer.tsx'
import { sentence } from '../../../text/numbers.ts'
import { ChangeSetting } from './change-setting.tsx'
import { SettingHistory } from './setting-history.tsx'
import { KIND_WORDS, daysWords, effectWords, sinceWords } from './setting-words.ts'

const useStyles = makeStyles({
  row: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS },
  head: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto auto',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    '@media (max-width: 640px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  words: { '@media (max-width: 640px)': { gridColumn: '1 / -1' } },
  value: { fontVariantNumeric: 'tabular-nums', textAlign: 'right', '@media (max-width: 640px)': { textAlign: 'left' } },
  marks: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  small: { color: tokens.colorNeutralForeground2 },
})

/** What holds today, since when and who says so; what is planned; what held before in a fold; a form for who may change it. */
export const SettingRow = ({ setting, mayChange }: { readonly setting: Setting; readonly mayChange: boolean }) => {
  const styles = useStyles()
  const announce = useAnnounce()
  const [isChanging, setChanging] = useState(false)
  const { words, kind, today, planned } = setting
  const saved = (effects: readonly SettingEffect[]) => {
    setChanging(false)
    announce(effects.length === 0 ? 'Saved: the value stays, its source is another one.' : `Saved. ${effects.map(effectWords).join(' ')}`)
  }
  return (
    <div className={styles.row}>
      <div className={styles.head}>
        <Text className={styles.words}>{words}</Text>
        <Text weight="semibold" className={styles.value}>
          {today.words}
        </Text>
        {mayChange && (
          <Button size="small" aria-label={`Change: ${words}`} onClick={() => setChanging(true)}>
            Change
          </Button>
        )}
      </div>
      <div className={styles.marks}>
        <Badge appearance="outline" color={kind === 'statutory' ? 'brand' : 'informative'}>
          {KIND_WORDS[kind]}
        </Badge>
        {!today.isConfirmed && (
          <Badge appearance="tint" color="warning">
            Please confirm
          </Badge>
        )}
        <Caption1 className={styles.small}>
          {sinceWords(today)}
          {today.isConfirmed && `. ${today.source}`}
        </Caption1>
      </div>
      {planned.map((period) => (
        <Text key={period.from ?? ''}>
          Planned {daysWords(period)}: <Text weight="semibold">{period.words}</Text>
          {period.isConfirmed && ` (${sentence(period.source)})`}
        </Text>
      ))}
      <SettingHistory setting={setting} />
      {isChanging && <ChangeSetting setting={setting} saved={saved} close={() => setChanging(false)} />}
    </div>
  )
}
