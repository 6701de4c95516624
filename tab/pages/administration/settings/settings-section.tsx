import { Checkbox, Text, makeStyles, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useSettings } from '../../../api/settings-queries.ts'
import type { Setting } from '../../../api/settings-queries.ts'
import { Empty } from '../../../components/empty.tsx'
import { Freshness } from '../../../components/freshness.tsx'
import { PageSkeleton } from '../../../components/page-skeleton.tsx'
import { Panel } from '../../../components/panel.tsx'
import { ProblemNotice } from '../../../components/problem-notice.tsx'
import { counted, sentence } from '../../../text/numbers.ts'
import { SettingRow } from './setting-row.tsx'

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL, margin: 0, padding: 0, listStyleType: 'none' },
})

const isToConfirm = ({ today }: Setting): boolean => !today.isConfirmed

/** As the service orders them: a heading where the group changes. */
const grouped = (items: readonly Setting[]): readonly (readonly [Setting['group'], readonly Setting[]])[] =>
  [...new Set(items.map(({ group }) => group))].map((group) => [group, items.filter((item) => item.group === group)])

const figures = (items: readonly Setting[]): string => {
  const own = items.filter(({ today }) => today.origin === 'agency').length
  const planned = items.filter((item) => item.planned.length > 0).length
  return `${counted(items.length, 'setting')}: ${own} set by your agency, ${planned} with a change planned, ${items.filter(isToConfirm).length} to confirm`
}

/** Which rules hold, since when, and who says so? */
export const SettingsSection = () => {
  const styles = useStyles()
  const { data, error, isPending, isRefetching, dataUpdatedAt, refetch } = useSettings()
  const [isNarrowed, narrow] = useState(false)
  const shown = data?.items.filter((item) => !isNarrowed || isToConfirm(item)) ?? []
  return (
    <div className={styles.page}>
      {data && (
        <div className={styles.head}>
          <Text>{figures(data.items)}</Text>
          <Checkbox label="Only what is to confirm" checked={isNarrowed} onChange={(_event, { checked }) => narrow(checked === true)} />
          <Freshness updatedAt={dataUpdatedAt} refreshing={isRefetching} refresh={refetch} />
        </div>
      )}
      {isPending && <PageSkeleton label="Loading the settings" figures={0} />}
      {error && <ProblemNotice error={error} retry={refetch} />}
      {data && !data.mayChange && <Text>Your practice manager or administrator changes these.</Text>}
      {data && shown.length === 0 && (
        <Empty title="Nothing to confirm" words="Each setting has somebody who says so. Settings that nobody has confirmed would be here." />
      )}
      {grouped(shown).map(([group, items]) => (
        <Panel key={group} title={sentence(group)}>
          <ul className={styles.list}>
            {items.map((item) => (
              <li key={item.name}>
                <SettingRow setting={item} mayChange={data?.mayChange === true} />
              </li>
            ))}
          </ul>
        </Panel>
      ))}
    </div>
  )
}
