import { Text, makeStyles, tokens } from '@fluentui/react-components'
import type { EntitledChild } from '../../api/shapes.ts'
import { Panel } from '../../components/panel.tsx'
import { Reference } from '../../components/reference.tsx'
import { harderWords, routeWords, siblingWords } from '../../text/child.ts'
import { list } from '../../text/numbers.ts'
import { GRADE_WORDS, NEED_WORDS } from '../../text/words.ts'

const useStyles = makeStyles({
  facts: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0 },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
})

const yesNo = (value: boolean | null): string => (value === null ? 'Not recorded' : value ? 'Yes' : 'No')

const rowsOf = (child: EntitledChild): readonly (readonly [string, string])[] => [
  ['Placing agency', child.agency.name],
  ["Child's social worker", child.worker ?? 'Not recorded'],
  ['Siblings', siblingWords(child)],
  ['Needs', child.needs.length === 0 ? 'None recorded' : child.needs.map(({ category, grade }) => `${NEED_WORDS[category]}: ${GRADE_WORDS[grade]}`).join('; ')],
  ['Disability', yesNo(child.disability)],
  ['Ethnicity', (child.view === 'own' ? child.ethnicity : null) ?? child.ethnicityGroup ?? 'Not recorded'],
  ['Harder to place because', harderWords(child.harderToPlace)],
  ['Routes', child.routes.length === 0 ? routeWords(child.routes) : `${routeWords(child.routes)}: ${list(child.routes)}`],
]

const whoSees = ({ view, agency }: EntitledChild): string =>
  view === 'own'
    ? `People of ${agency.name} whose role entitles them see this page. Once the plan may be shared, partner agencies see these facts, but no journey dates. Only family finders, managers and the child's social worker can open name and date of birth. A conversation sees less: bands instead of numbers, no ethnicity, no disability.`
    : `You see what ${agency.name} shares with its partner agencies. Name, date of birth and journey dates stay with ${agency.name}. A conversation sees less: bands instead of numbers, no ethnicity, no disability. Every reading is recorded.`

/** The facts, and who else can see them. */
export const Facts = ({ child }: { readonly child: EntitledChild }) => {
  const styles = useStyles()
  const siblings = child.view === 'own' ? child.siblingReferences : []
  return (
    <>
      <Panel title="Facts">
        <dl className={styles.facts}>
          {rowsOf(child).map(([name, value]) => (
            <div key={name}>
              <dt className={styles.name}>{name}</dt>
              <dd className={styles.value}>{value}</dd>
            </div>
          ))}
          {siblings.length > 0 && (
            <div>
              <dt className={styles.name}>Brothers and sisters in the register</dt>
              {siblings.map((reference) => (
                <dd key={reference} className={styles.value}>
                  <Reference reference={reference} link />
                </dd>
              ))}
            </div>
          )}
        </dl>
      </Panel>
      <Panel title="Who can see this">
        <Text>{whoSees(child)}</Text>
      </Panel>
    </>
  )
}
