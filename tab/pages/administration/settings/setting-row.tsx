import { Badge, Button, Caption1, Text, makeStyles, tokens, useRestoreFocusTarget } from '@fluentui/react-components'
import { useState } from 'react'
import type { Setting, SettingEffect } from '../../../api/settings-queries.ts'
import { Notice } from '../../../components/notice.tsx'
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
  const restoreFocus = useRestoreFocusTarget()
  const [isChanging, setChanging] = useState(false)
  const [effects, setEffects] = useState<readonly SettingEffect[]>()
  const { words, kind, today, planned } = setting
  const saved = (changed: readonly SettingEffect[]) => {
    setChanging(false)
    setEffects(changed)
  }
  return (
    <div className={styles.row}>
      <div className={styles.head}>
        <Text className={styles.words}>{words}</Text>
        <Text weight="semibold" className={styles.value}>
          {sentence(today.words)}
        </Text>
        {mayChange && (
          <Button {...restoreFocus} size="small" aria-label={`Change: ${words}`} onClick={() => setChanging(true)}>
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
          {today.isConfirmed && today.value !== null && `. ${today.source}`}
        </Caption1>
      </div>
      {planned.map((period) => (
        <Text key={period.from ?? ''}>
          Planned {daysWords(period)}: <Text weight="semibold">{period.words}</Text>
          {period.isConfirmed && ` (${period.source})`}
        </Text>
      ))}
      <SettingHistory setting={setting} />
      {effects && (
        <Notice tone="success" title="Saved.">
          {effects.length === 0 ? 'The value stays as it was; who says so is new.' : effects.map(effectWords).join(' ')}
        </Notice>
      )}
      {isChanging && <ChangeSetting setting={setting} saved={saved} close={() => setChanging(false)} />}
    </div>
  )
}
