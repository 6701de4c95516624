import { makeStyles, tokens } from '@fluentui/react-components'
import { RouteLink } from '../navigation.tsx'
import { CopyButton } from './copy-button.tsx'

const useStyles = makeStyles({
  row: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXXS, whiteSpace: 'nowrap' },
  code: { fontFamily: tokens.fontFamilyMonospace, fontWeight: tokens.fontWeightSemibold },
})

/** A reference, in a face that tells 0 from O, with a button that copies it. `link` makes it lead to the child's page. */
export const Reference = ({ reference, link = false }: { readonly reference: string; readonly link?: boolean }) => {
  const styles = useStyles()
  return (
    <span className={styles.row}>
      {link ? (
        <RouteLink to={{ page: 'child', reference }} className={styles.code}>
          {reference}
        </RouteLink>
      ) : (
        <span className={styles.code}>{reference}</span>
      )}
      <CopyButton reference={reference} />
    </span>
  )
}
