import { Caption1, Text, makeStyles, tokens } from '@fluentui/react-components'
import type { EntitledChildDetail } from '../../api/shapes.ts'
import { Panel } from '../../components/panel.tsx'
import { Reference } from '../../components/reference.tsx'
import { siblingWords } from '../../text/child.ts'
import { dateWords } from '../../text/dates.ts'
import { FormButton } from './child-forms.tsx'

const useStyles = makeStyles({
  group: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL, margin: 0, padding: 0, listStyleType: 'none' },
  small: { color: tokens.colorNeutralForeground2 },
})

/** Brothers and sisters as one group, with the plan for them and when it was decided. */
export const Siblings = ({ child }: { readonly child: EntitledChildDetail }) => {
  const styles = useStyles()
  const references = child.view === 'own' ? child.siblingReferences : []
  const decidedOn = child.view === 'own' ? child.siblingPlanOn : null
  return (
    <Panel title="Brothers and sisters" acts={<FormButton form="sibling-plan">Edit plan…</FormButton>}>
      <Text>{siblingWords(child)}</Text>
      {decidedOn !== null && <Caption1 className={styles.small}>Decided {dateWords(decidedOn)}</Caption1>}
      {references.length > 0 && (
        <ul aria-label="In the register" className={styles.group}>
          {references.map((reference) => (
            <li key={reference}>
              <Reference reference={reference} link />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
