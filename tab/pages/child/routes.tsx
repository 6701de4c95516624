import { Text } from '@fluentui/react-components'
import type { OwnChildDetail } from '../../api/shapes.ts'
import { FactsList } from '../../components/facts-list.tsx'
import { Panel } from '../../components/panel.tsx'
import { routeWords } from '../../text/child.ts'
import { dateWords } from '../../text/dates.ts'
import { list } from '../../text/numbers.ts'

/** By which ways a family was looked for, each with its day, and which are left. Partners read the names and no day. */
export const Routes = ({ routeDates }: Pick<OwnChildDetail, 'routeDates'>) => {
  const tried = routeDates.filter(({ isTried }) => isTried)
  const left = routeDates.filter(({ isTried }) => !isTried).map(({ route }) => route)
  return (
    <Panel title="Routes">
      <Text>{routeWords(tried.map(({ route }) => route))}</Text>
      {tried.length > 0 && <FactsList facts={tried.map(({ route, on }) => [route, on === null ? 'Tried, day not recorded' : dateWords(on)])} />}
      {left.length > 0 && <Text>Not yet tried: {list(left)}.</Text>}
    </Panel>
  )
}
