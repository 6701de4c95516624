import type * as z from 'zod'
import type { Actor } from '../../core/actor.ts'
import { londonToday, type Now } from '../../core/plain-date.ts'
import { invalid, ok, refuse, type Result } from '../../core/result.ts'
import type { Register } from '../../database/register.ts'
import type { fileAnswer } from '../../http/route.ts'
import { mayAudit } from '../audit-access.ts'
import { readAuditFilter, subjectsOf } from '../audit-filter.ts'
import type { AtPosition } from '../at-position.ts'
import type { AuditFilter } from '../audit-query.ts'
import type { AuditSearchStore } from '../audit-search-store.ts'
import type { Sealing } from '../seal-audit.ts'
import { WORKBOOK_TYPE, writeWorkbook, type ExportTable } from '../write-workbook.ts'
import type { exportAuditCommand } from './audit-export-contract.ts'
import { factsSheet, lineCells, linesSheet } from './audit-workbook.ts'

interface Deps {
  readonly register: Register<{ readonly auditSearch: AuditSearchStore }>
  /** seals what has no seal yet, the export's own line too */
  readonly seal: () => Promise<Sealing>
  readonly now: Now
  /** lines of one file; 20,000 unless a test says otherwise */
  readonly most?: number
}
type Command = z.output<typeof exportAuditCommand>
export type ExportAudit = (actor: Actor, command: Command) => Promise<Result<z.input<typeof fileAnswer>>>

/**
 * So many lines are written in about a second and 150 MB of memory; a workbook is built whole, and nobody else is answered meanwhile.
 * Of more, the person is asked for fewer days.
 */
export const MOST_LINES = 20_000
const BATCH = 1000

const readAll = async (auditSearch: AuditSearchStore, filter: AuditFilter): Promise<ExportTable['rows']> => {
  const rows: ExportTable['rows'][number][] = []
  let after: AtPosition | undefined
  for (;;) {
    const found = await auditSearch.find({ ...filter, limit: BATCH, ...(after && { after }) })
    rows.push(...found.map((line) => lineCells(line, filter.about)))
    after = found.at(-1)
    if (found.length < BATCH) return rows
  }
}

/**
 * What the search finds as a workbook for information governance, with a sheet that says who asked what and when, and the seal of the
 * audit at that moment. The export is in the audit itself. Refuses: not-allowed, invalid (also when there are too many lines).
 */
export const exportAudit =
  ({ register, seal, now, most = MOST_LINES }: Deps): ExportAudit =>
  async (actor, command) => {
    const filter = readAuditFilter(command)
    if (!filter.ok) return filter
    const subjects = subjectsOf(filter.value)
    const found = await register.as(actor, { verb: 'audit.exported', subjects }, async ({ auditSearch, audit }): Promise<Result<ExportTable['rows']>> => {
      if (!mayAudit(actor, 'export', actor.agencyId)) return refuse({ kind: 'not-allowed', action: 'export the audit of your agency' })
      if ((await auditSearch.count({ ...filter.value, limit: 1 }, most + 1)) > most)
        return invalid('from', `These are more than ${most.toLocaleString('en-GB')} lines. Choose fewer days, or ask for one person, one child or one kind.`)
      const rows = await readAll(auditSearch, filter.value)
      await audit.record({ verb: 'audit.exported', subjectAgencyId: actor.agencyId, subjects })
      return ok(rows)
    })
    if (!found.ok) return found
    const at = now()
    const facts = factsSheet({
      agency: actor.agencyName,
      by: actor.name,
      at,
      asked: Object.entries(command).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
      lines: found.value.length,
      sealing: await seal(),
    })
    const fileName = `family-finding-audit-${actor.agencyCode.toLowerCase()}-${londonToday(at)}.xlsx`
    return ok({ fileName, mediaType: WORKBOOK_TYPE, bytes: await writeWorkbook(facts, linesSheet(found.value)) })
  }
