import { sql, type RawBuilder } from 'kysely'
import * as z from 'zod'
import type { AgencyId } from '../core/ids.ts'
import type { Transaction } from '../database/transaction.ts'
import type { AtPosition } from '../safeguards/at-position.ts'
import type { POST_LISTS } from './post-contract.ts'
import type { PostSeen } from './post-access.ts'
import { parsedPosts } from './post-row.ts'
import type { Post } from './post.ts'

export type PostList = (typeof POST_LISTS)[number]
interface Listing {
  readonly list: PostList
  /** whose children's posts this person may read, in SQL, so that pages and totals never hint at others */
  readonly seen: PostSeen
  readonly limit: number
  readonly after: AtPosition | undefined
}

export interface PostLists {
  /** Newest request first. */
  list(listing: Listing): Promise<readonly Post[]>
  totals(seen: PostSeen): Promise<Readonly<Record<PostList, number>>>
}

const IN_LIST: Readonly<Record<PostList, RawBuilder<boolean>>> = {
  out: sql<boolean>`state in ('to-be-sent', 'sent', 'to-be-updated', 'to-be-withdrawn')`,
  troubled: sql<boolean>`(state in ('refused', 'unreachable') or (state = 'sent' and reason is not null))`,
  withdrawn: sql<boolean>`state in ('withdrawn', 'deleted')`,
}
const totalsRow = z.strictObject({ out: z.int(), troubled: z.int(), withdrawn: z.int() })

export const postListStore = (trx: Transaction, open: AgencyId): PostLists => {
  // notes to managers about a card are no cards
  const visible = ({ own, partners }: PostSeen) => sql`subject_type <> 'notice' and (
    (${own} and ${open} = any (subject_agencies)) or (${partners} and agency_id = ${open} and subject_agencies <> array[${open}]::int[])
  )`
  return {
    list: async ({ list, seen, limit, after }) => {
      const from = after === undefined ? sql`true` : sql`(requested_at, id) < (${after.at}::timestamptz, ${after.id}::uuid)`
      const { rows } = await sql`select * from post where ${visible(seen)} and ${IN_LIST[list]} and ${from}
        order by requested_at desc, id desc limit ${limit}`.execute(trx)
      return parsedPosts(rows)
    },
    totals: async (seen) => {
      const count = (list: PostList) => sql`count(*) filter (where ${IN_LIST[list]})::int as ${sql.ref(list)}`
      const { rows } = await sql`select ${count('out')}, ${count('troubled')}, ${count('withdrawn')} from post where ${visible(seen)}`.execute(trx)
      return totalsRow.parse(rows[0])
    },
  }
}
