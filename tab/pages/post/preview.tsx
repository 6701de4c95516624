import { Subtitle2, Text, makeStyles, tokens } from '@fluentui/react-components'
import { Suspense, lazy, useId } from 'react'
import type { PostPreview } from '../../api/shapes.ts'
import { PageSkeleton } from '../../components/page-skeleton.tsx'
import { counted } from '../../text/numbers.ts'
import { readerWords } from '../../text/posts.ts'

const CardPreview = lazy(() => import('./card-preview.tsx'))

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalS },
  heading: { margin: 0 },
  readers: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL },
})

/** The exact card, and who can read it there. */
export const Preview = ({ preview }: { readonly preview: PostPreview }) => {
  const styles = useStyles()
  const cardHeading = useId()
  const readersHeading = useId()
  const people = preview.readers.reduce((sum, reader) => sum + reader.people, 0)
  const guests = preview.readers.reduce((sum, reader) => sum + reader.guests, 0)
  return (
    <>
      <section aria-labelledby={cardHeading} className={styles.part}>
        <Subtitle2 as="h3" id={cardHeading} className={styles.heading}>
          The card as it will be posted
        </Subtitle2>
        <Suspense fallback={<PageSkeleton label="Drawing the card" figures={0} />}>
          <CardPreview card={preview.card} />
        </Suspense>
        <Text>Its buttons work once it is posted.</Text>
      </section>
      <section aria-labelledby={readersHeading} className={styles.part}>
        <Subtitle2 as="h3" id={readersHeading} className={styles.heading}>
          Who can read it: {counted(people, 'person', 'people')}
          {guests > 0 && `, ${counted(guests, 'guest')} among them`}
        </Subtitle2>
        <ul className={styles.readers}>
          {preview.readers.map((reader) => (
            <li key={reader.agency}>{readerWords(reader)}</li>
          ))}
        </ul>
      </section>
    </>
  )
}
