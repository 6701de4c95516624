import { Caption1, Text, makeStyles, tokens } from '@fluentui/react-components'
import { usePostsAbout } from '../../api/queries.ts'
import { Panel } from '../../components/panel.tsx'
import { PageSkeleton } from '../../components/page-skeleton.tsx'
import { ProblemNotice } from '../../components/problem-notice.tsx'
import { instantWords } from '../../text/dates.ts'
import { postSentence } from '../../text/posts.ts'

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, margin: 0, padding: 0, listStyleType: 'none' },
  small: { display: 'block', color: tokens.colorNeutralForeground2 },
})

/** Where this child's card was posted, and what became of it. */
export const PostsAbout = ({ reference }: { readonly reference: string }) => {
  const styles = useStyles()
  const { data, error, isPending, refetch } = usePostsAbout(reference)
  return (
    <Panel title="Posts about this child">
      {isPending && <PageSkeleton label="Loading the posts" figures={0} />}
      {error && <ProblemNotice error={error} retry={refetch} />}
      {data?.items.length === 0 && <Text>Not posted anywhere yet. “Post…” shows you the card and its readers before anything is sent.</Text>}
      {data && data.items.length > 0 && (
        <ul className={styles.list}>
          {data.items.map((post) => (
            <li key={post.id}>
              <Text>{postSentence(post)}</Text>
              <Caption1 className={styles.small}>
                Asked by {post.author}, {instantWords(post.requestedAt)}
              </Caption1>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
