import type { AuditLine } from '../database/audit-log.ts'
import { childrenOf, type Post, type PostSubject } from './post.ts'

type About = { readonly subject: PostSubject } & Partial<Pick<Post, 'id'>>

/** The audit of something that happened to a card or several: one line for each agency whose children are on them. */
export const linesAbout = (verb: string, about: About | readonly About[], reason?: string | null): readonly AuditLine[] => {
  const posts = 'subject' in about ? [about] : about
  const agencies = new Set(posts.flatMap((post) => childrenOf(post).map(({ agencyId }) => agencyId)))
  return [...agencies].map((agencyId) => {
    const ours = posts.filter((post) => childrenOf(post).some((child) => child.agencyId === agencyId))
    const references = ours.flatMap((post) => childrenOf(post).filter((child) => child.agencyId === agencyId)).map(({ reference }) => reference)
    return {
      verb,
      subjectAgencyId: agencyId,
      subjects: [...new Set(references), ...ours.flatMap(({ id }) => id ?? [])],
      ...(reason === undefined || reason === null ? {} : { reason }),
    }
  })
}
