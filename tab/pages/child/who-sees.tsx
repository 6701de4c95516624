import { Text } from '@fluentui/react-components'
import type { EntitledChildDetail } from '../../api/shapes.ts'
import { Panel } from '../../components/panel.tsx'

const BANDS = 'A conversation sees less: bands instead of numbers, no ethnicity, no disability.'

const whoSees = ({ view, agency, stage, daysFromAdm, daysFromOrder }: EntitledChildDetail): string => {
  if (view === 'shared')
    return `You see what ${agency.name} shares with its partner agencies. Name, date of birth and journey dates stay with ${agency.name}. ${BANDS} Every reading is recorded.`
  const isDecided = daysFromAdm !== null || daysFromOrder !== null
  const partners = isDecided
    ? `Partner agencies see the shared facts of this child as ${agency.name} has set it, but no journey dates.`
    : `No partner agency sees this child: there is no decision yet${stage === 'unborn' ? ', and the baby is not born' : ''}.`
  return `People of ${agency.name} whose role entitles them see this page. ${partners} Only family finders, managers and the child's social worker can open name and date of birth. ${BANDS} Every reading is recorded.`
}

/** Who else can see this child, and how much. */
export const WhoSees = ({ child }: { readonly child: EntitledChildDetail }) => (
  <Panel title="Who can see this">
    <Text>{whoSees(child)}</Text>
  </Panel>
)
