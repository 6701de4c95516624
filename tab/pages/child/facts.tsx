import type { EntitledChildDetail } from '../../api/shapes.ts'
import { FactsList } from '../../components/facts-list.tsx'
import { Panel } from '../../components/panel.tsx'
import { routeWords } from '../../text/child.ts'
import { dateWords } from '../../text/dates.ts'
import { list } from '../../text/numbers.ts'
import { EARLY_PERMANENCE_WORDS, LEGAL_STATUS_WORDS } from '../../text/words.ts'
import { FormButton } from './child-forms.tsx'

const UNKNOWN = 'Not recorded'
const yesNo = (value: boolean | null): string => (value === null ? UNKNOWN : value ? 'Yes' : 'No')

const triedWords = (routes: readonly string[]): string => (routes.length === 0 ? routeWords(routes) : `${routeWords(routes)}: ${list(routes)}`)

/** What partner agencies read too, once the plan may be shared. */
const sharedFacts = (child: EntitledChildDetail): readonly (readonly [string, string])[] => [
  ['Placing agency', child.agency.name],
  ['Family finder', child.worker ?? UNKNOWN],
  ['Disability', yesNo(child.disability)],
  ['Ethnicity', (child.view === 'own' ? child.ethnicity : null) ?? child.ethnicityGroup ?? UNKNOWN],
  // the own page lists them with their days in a part of its own
  ...(child.view === 'own' ? [] : [['Routes', triedWords(child.routes)] as const]),
]

const ownFacts = (child: EntitledChildDetail): readonly (readonly [string, string])[] =>
  child.view === 'own'
    ? [
        ["Child's social worker", child.socialWorker ?? UNKNOWN],
        ['Legal status', child.legalStatus === null ? UNKNOWN : LEGAL_STATUS_WORDS[child.legalStatus]],
        ['Early permanence', child.earlyPermanenceRoute === null ? 'Not planned' : EARLY_PERMANENCE_WORDS[child.earlyPermanenceRoute]],
        ['Adoption by the foster carer', yesNo(child.fosterCarerAdoption)],
        ...(child.legalAdviceOn === null ? [] : [['Legal advice to use the profile early', dateWords(child.legalAdviceOn)] as const]),
      ]
    : []

/** The facts; of the own agency's child also what stays there. */
export const Facts = ({ child }: { readonly child: EntitledChildDetail }) => (
  <Panel title="Facts" acts={<FormButton form="facts">Edit facts…</FormButton>}>
    <FactsList facts={[...sharedFacts(child), ...ownFacts(child)]} />
  </Panel>
)
