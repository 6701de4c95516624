import { Text } from '@fluentui/react-components'
import type { EntitledChildDetail } from '../../api/shapes.ts'
import { FactsList } from '../../components/facts-list.tsx'
import { Panel } from '../../components/panel.tsx'
import { dateWords, londonDate } from '../../text/dates.ts'
import { sentence } from '../../text/numbers.ts'
import { GRADE_WORDS, HARDER_WORDS, NEED_WORDS } from '../../text/words.ts'
import { FormButton } from './child-forms.tsx'

/** Needs with their grade. */
export const Needs = ({ child: { needs } }: { readonly child: EntitledChildDetail }) => (
  <Panel title="Needs" acts={<FormButton form="needs">Edit needs…</FormButton>}>
    {needs.length === 0 ? (
      <Text>No need is recorded.</Text>
    ) : (
      <FactsList facts={needs.map(({ category, grade }) => [NEED_WORDS[category], sentence(GRADE_WORDS[grade])])} />
    )}
  </Panel>
)

/**
 * Why a family may be harder to find: at the placing agency each reason by the facts of the decision's day, of today, or both (the returns
 * differ in which they ask); partners read those of today.
 */
export const HarderToPlace = ({ child }: { readonly child: EntitledChildDetail }) => {
  const today = child.harderToPlace
  const then = child.view === 'own' ? child.harderToPlaceAtDecision : today
  const reasons = [...new Set([...then, ...today])]
  const now = `today (${dateWords(londonDate(new Date()))})`
  const decided = child.view === 'own' && child.journey.admDecision !== null ? ` (${dateWords(child.journey.admDecision)})` : ''
  const when = (reason: (typeof reasons)[number]): string => {
    if (child.view === 'shared') return sentence(now)
    if (then.includes(reason) && today.includes(reason)) return `At the decision${decided} and ${now}`
    return today.includes(reason) ? `${sentence(now)}, not at the decision${decided}` : `At the decision${decided}, not ${now}`
  }
  return (
    <Panel title="Harder to place">
      {reasons.length === 0 ? (
        <Text>No harder-to-place reason.</Text>
      ) : (
        <FactsList facts={reasons.map((reason) => [sentence(HARDER_WORDS[reason]), when(reason)])} />
      )}
    </Panel>
  )
}
