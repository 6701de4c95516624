import { sql } from 'kysely'
import type { AgencyId, ChildId, PostId } from '../core/ids.ts'
import type { Who } from '../database/register.ts'
import type { Transaction } from '../database/transaction.ts'
import { conversationStore, type ConversationStore } from './conversations/conversation-store.ts'
import { paceStore, type PaceStore } from './delivery/pace-store.ts'
import { postListStore, type PostLists } from './post-list-store.ts'
import { fateOf, ownWithdrawal, parsedPosts, rowOf, type PostTables } from './post-row.ts'
import type { Post, Withdrawal } from './post.ts'
import { reviewStore, type ReviewRows } from './review/review-store.ts'

/** Posts that the open agency wrote, or that are about its children; nobody else's exist here. */
export interface PostRows {
  add(posts: readonly Post[]): Promise<void>
  byId(id: PostId): Promise<Post | undefined>
  /** What a command of the open agency with this key made, whoever's; empty when it made nothing yet. */
  byCommand(key: string): Promise<readonly Post[]>
  /** Every copy of one command's card. */
  byGroup(group: string): Promise<readonly Post[]>
  /** Newest request first. */
  about(childId: ChildId): Promise<readonly Post[]>
  /** Posts of the open agency whose card lies in this conversation with what it says of a child, or without it for the readers' sake. */
  lyingIn(conversationId: string): Promise<readonly Post[]>
  /** Posts of the open agency that are still to be sent to this conversation. */
  onTheWayTo(conversationId: string): Promise<readonly Post[]>
  /** Posts of the open agency whose card lies in a conversation with what it says of a child. */
  standing(): Promise<readonly Post[]>
  /** Posts of the open agency with a card in this conversation that could not be replaced. */
  cutOff(conversationId: string): Promise<readonly Post[]>
  /** Takes a post for sending, for one worker only; undefined when somebody else wrote it meanwhile. */
  claim(was: Post, becomes: Post): Promise<Post | undefined>
  /** Lets go of the posts of the open agency that a process was sending which is no more. */
  freeClaims(): Promise<void>
  /** Writes what became of it. Throws when somebody else wrote in between, so that the job runs again. */
  replace(was: Post, becomes: Post): Promise<void>
  /**
   * A person takes posts back. One that a worker is sending, or that may have reached the channel, stays in the sender's hands: its own
   * write must not fail, because it alone learns the id of the message, and the card is taken back right after.
   */
  takeBack(posts: readonly Post[], withdrawal: Withdrawal): Promise<void>
}
export type PostStore = ConversationStore & PaceStore & PostRows & PostLists & ReviewRows

const postRows = (trx: Transaction, open: AgencyId): PostRows => {
  const db = trx.withTables<PostTables>()
  // the first wall; the policies of the table are the second
  const visible = db
    .selectFrom('post')
    .selectAll()
    .where((eb) => eb.or([eb('agency_id', '=', open), sql<boolean>`${open} = any (subject_agencies)`]))
  return {
    add: async (posts) => {
      await db.insertInto('post').values(posts.map(rowOf)).execute()
    },
    byId: async (id) => parsedPosts(await visible.where('id', '=', id).execute())[0],
    byCommand: async (key) => parsedPosts(await visible.where('agency_id', '=', open).where('post_group', '=', key).orderBy('id').execute()),
    byGroup: async (group) => parsedPosts(await visible.where('post_group', '=', group).orderBy('id').execute()),
    about: async (childId) =>
      parsedPosts(
        await visible
          .where(sql<boolean>`subject_ids @> array[${childId}]::uuid[]`)
          .orderBy('requested_at', 'desc')
          .orderBy('id')
          .execute(),
      ),
    lyingIn: async (conversationId) =>
      parsedPosts(
        await visible
          .where('agency_id', '=', open)
          .where('conversation_id', '=', conversationId)
          .where('state', 'in', ['sent', 'to-be-updated'])
          .where('activity_id', 'is not', null)
          .execute(),
      ),
    onTheWayTo: async (conversationId) =>
      parsedPosts(
        await visible.where('agency_id', '=', open).where('conversation_id', '=', conversationId).where('state', '=', 'to-be-sent').orderBy('id').execute(),
      ),
    standing: async () =>
      parsedPosts(
        await visible
          .where('agency_id', '=', open)
          .where('state', '=', 'sent')
          .where('subject_type', '<>', 'notice')
          .where('activity_id', 'is not', null)
          .orderBy('id')
          .execute(),
      ),
    cutOff: async (conversationId) =>
      parsedPosts(
        await visible
          .where('agency_id', '=', open)
          .where('conversation_id', '=', conversationId)
          .where('state', '=', 'unreachable')
          .where('activity_id', 'is not', null)
          .execute(),
      ),
    claim: async (was, becomes) =>
      parsedPosts(
        await db
          .updateTable('post')
          .set({ ...fateOf(becomes), version: was.version + 1 })
          .where('id', '=', was.id)
          .where('agency_id', '=', open)
          .where('state', '=', 'to-be-sent')
          .where('version', '=', was.version)
          // taken back since it was read
          .where('withdrawn_by', 'is', null)
          .returningAll()
          .execute(),
      )[0],
    freeClaims: async () => {
      await db
        .updateTable('post')
        .set({ claimed_until: null })
        .where('agency_id', '=', open)
        .where('state', '=', 'to-be-sent')
        .where('claimed_until', 'is not', null)
        .execute()
    },
    replace: async (was, becomes) => {
      const written = await db
        .updateTable('post')
        .set({ ...fateOf(becomes), ...ownWithdrawal(becomes), version: was.version + 1 })
        .where('id', '=', was.id)
        .where('version', '=', was.version)
        .executeTakeFirst()
      if (written.numUpdatedRows !== 1n) throw new Error(`Post ${was.id} was changed by somebody else meanwhile.`)
    },
    takeBack: async (posts, { at, by, because, how }) => {
      await db
        .updateTable('post')
        .set({
          withdrawn_at: at,
          withdrawn_by: by,
          withdrawn_because: because,
          withdrawn_how: how,
          state: sql<string>`case when state = 'to-be-sent' and attempted_at is not null then state else 'to-be-withdrawn' end`,
        })
        .where(
          'id',
          'in',
          posts.map(({ id }) => id),
        )
        .execute()
    },
  }
}

export const postStore = (trx: Transaction, who: Who): PostStore => {
  const open = who.kind === 'actor' ? who.actor.agencyId : who.agencyId
  return { ...conversationStore(trx, open), ...paceStore(trx, open), ...postRows(trx, open), ...postListStore(trx, open), ...reviewStore(trx, open) }
}
