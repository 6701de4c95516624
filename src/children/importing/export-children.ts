import type { Actor } from '../../core/actor.ts'
import type { PlainDate, Today } from '../../core/plain-date.ts'
import { ok, refuse, type Result } from '../../core/result.ts'
import type { Register } from '../../database/register.ts'
import { WORKBOOK_TYPE, writeWorkbook, type ExportValue } from '../../safeguards/write-workbook.ts'
import { mayAt } from '../child-access.ts'
import { JOURNEY_DATES, type OwnChild, type Stage } from '../child-views.ts'
import type { ImportStore } from './import-store.ts'
import { DATE_WORDS } from '../journey/journey.ts'
import { presentOwnChild } from '../own-child-row.ts'

interface Deps {
  readonly register: Register<{ readonly childImport: ImportStore }>
  readonly today: Today
}

export interface ExportedFile {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array<ArrayBuffer>
}
export type ExportChildren = (actor: Actor) => Promise<Result<ExportedFile>>

const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  enteredCare: 'in care',
  packA: 'Pack A requested',
  parallelPlan: 'parallel plan',
  cprSubmitted: 'permanence report submitted',
  unborn: 'unborn',
  admDecision: 'decision made',
  placementOrder: 'placement order',
  matched: 'matched',
  placed: 'placed',
  adoptionOrder: 'adopted',
  planEnded: 'plan ended',
}

const yesNo = (is: boolean | null): string | null => (is === null ? null : is ? 'yes' : 'no')
const day = (date: PlainDate | null): ExportValue => (date === null ? null : { date })
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** The columns of the own view, each by its heading. A new fact of the view reaches no file unasked. */
const COLUMNS: readonly (readonly [string, (child: OwnChild) => ExportValue])[] = [
  ['Reference', (child) => child.reference],
  ['Stage', (child) => STAGE_WORDS[child.stage]],
  ['Standing', (child) => child.standing],
  ['Waiting', (child) => yesNo(child.isWaiting)],
  ['Days waiting', (child) => child.daysWaiting],
  ['Days since decision', (child) => child.daysFromAdm],
  ['Days since placement order', (child) => child.daysFromOrder],
  ['Age in years', (child) => child.ageYears],
  ['Due (unborn)', (child) => child.expectedBirth],
  ['Sex', (child) => child.sex],
  ['Ethnicity', (child) => child.ethnicity],
  ['Disability', (child) => yesNo(child.disability)],
  ['Brothers and sisters', (child) => child.siblings],
  ['Sibling plan', (child) => child.siblingPlan],
  ['Siblings', (child) => child.siblingReferences.join(', ')],
  ['Needs', (child) => child.needs.map(({ category, grade }) => `${category} (${grade})`).join(', ')],
  ['Harder to place', (child) => child.harderToPlace.join(', ')],
  ['Routes used', (child) => child.routes.join(', ')],
  ['Next step', (child) => child.nextStep],
  ['Next step due', (child) => day(child.nextStepDue)],
  ['Next step by', (child) => child.nextStepWhose],
  ['Family finder', (child) => child.worker],
  ["Child's social worker", (child) => child.socialWorker],
  ...JOURNEY_DATES.map((name): readonly [string, (child: OwnChild) => ExportValue] => [capital(DATE_WORDS[name]), (child) => day(child.journey[name])]),
  ['Why the plan ended', (child) => child.planEndedReason],
]

/**
 * The own agency's children as a workbook: the columns of the own view, without name, birth date and local reference, and nothing in it
 * that a spreadsheet would run. Audited with every reference. Refuses: not-allowed.
 */
export const exportChildren =
  ({ register, today }: Deps): ExportChildren =>
  async (actor) => {
    const listed = await register.as(actor, { verb: 'child.exported' }, async ({ childImport, audit }): Promise<Result<readonly OwnChild[]>> => {
      if (!mayAt(actor.roles, 'export', 'placing-agency')) return refuse({ kind: 'not-allowed', action: 'export your agency’s list' })
      const children = (await childImport.listOwn()).map((record) => presentOwnChild(record, actor, today()))
      await audit.record({ verb: 'child.exported', subjectAgencyId: actor.agencyId, subjects: children.map(({ reference }) => reference) })
      return ok(children)
    })
    if (!listed.ok) return listed
    const bytes = await writeWorkbook({
      sheet: 'Children',
      headings: COLUMNS.map(([heading]) => heading),
      rows: listed.value.map((child) => COLUMNS.map(([, read]) => read(child))),
    })
    return ok({ fileName: `family-finding-${actor.agencyCode.toLowerCase()}-${today()}.xlsx`, mediaType: WORKBOOK_TYPE, bytes })
  }
