import { Tab, TabList, makeStyles } from '@fluentui/react-components'
import { Suspense, useId } from 'react'
import type { Me } from '../../api/shapes.ts'
import { ChoiceField } from '../../components/choice-field.tsx'
import { PageHeading } from '../../components/page-heading.tsx'
import { PageSkeleton } from '../../components/page-skeleton.tsx'
import { UnknownPage } from '../../components/unknown-page.tsx'
import { go } from '../../navigation.tsx'
import { SECTION_PARTS, SECTION_WORDS } from './sections.tsx'
import type { Section } from './sections.tsx'

/** Below this the row of tabs becomes a choice: it would not fit, and a row that scrolls sideways hides its end. */
const NARROW = '@media (max-width: 719px)'

const useStyles = makeStyles({
  tabs: { [NARROW]: { display: 'none' } },
  choice: { display: 'none', [NARROW]: { display: 'block' } },
})

interface SectionsProps {
  readonly offered: readonly Section[]
  readonly current: Section
  readonly panel: string
}

/** The address follows what is chosen, so that a section can be sent and kept. */
const Sections = ({ offered, current, panel }: SectionsProps) => {
  const styles = useStyles()
  const open = (section: string) => go({ page: 'administration', section })
  return (
    <>
      <TabList aria-label="Sections" className={styles.tabs} selectedValue={current} onTabSelect={(_event, { value }) => open(String(value))}>
        {offered.map((section) => (
          <Tab key={section} value={section} {...(section === current && { 'aria-controls': panel })}>
            {SECTION_WORDS[section]}
          </Tab>
        ))}
      </TabList>
      <div className={styles.choice}>
        <ChoiceField label="Section" value={current} choices={offered.map((section) => ({ value: section, words: SECTION_WORDS[section] }))} choose={open} />
      </div>
    </>
  )
}

interface AdministrationPageProps {
  readonly person: Me
  /** as the address names it */
  readonly section: string | undefined
}

/** Who may do what, which rules hold, what happened? Only the sections that the service says this person opens. */
const AdministrationPage = ({ person, section }: AdministrationPageProps) => {
  const panel = useId()
  const offered = person.administration
  const current = section === undefined ? offered[0] : offered.find((name) => name === section)
  if (!current) return <UnknownPage />
  return (
    <>
      <PageHeading title="Administration" question="Who may do what, which rules hold, what happened?" />
      <Sections offered={offered} current={current} panel={panel} />
      <div id={panel} role="tabpanel" aria-label={SECTION_WORDS[current]}>
        <Suspense fallback={<PageSkeleton label={`Loading ${SECTION_WORDS[current]}`} figures={0} />}>{SECTION_PARTS[current]}</Suspense>
      </div>
    </>
  )
}

export default AdministrationPage
