import type { RecordPart } from '../database/record-part.ts'
import { agencyOf } from '../database/write-audit.ts'
import { holdStore } from './hold-store.ts'
import { removeKeeping } from './purge-store.ts'

/** Who held a record back, and who was handed it: goes with an export, and goes when the record goes. */
export const retentionRecordPart: RecordPart = {
  title: 'Keeping the record',
  tables: {
    retention_hold: 'removed',
    record_export: 'removed',
    purge_request: 'removed',
    purged_child: 'kept: the gravestone, without a word about the child: "what became of FF-…" has an answer',
    purged_reference: 'kept: so that a reference is not given to another child',
  },
  isRecord: false,
  exportOf: async (trx, who, child) => {
    const holds = await holdStore(trx, agencyOf(who)).holdsOf(child.id)
    return [
      {
        heading: 'Holds, the newest first',
        rows: holds.map(({ reason, setBy, setAt, liftedBy, liftedAt }) => ({
          Reason: reason,
          'Set by': setBy,
          Set: setAt.toISOString(),
          'Lifted by': liftedBy,
          Lifted: liftedAt?.toISOString() ?? null,
        })),
      },
    ]
  },
  remove: (trx, _who, child) => removeKeeping(trx, child),
}
