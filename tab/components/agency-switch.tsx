import { Select, makeStyles, tokens } from '@fluentui/react-components'
import { useChooseAgency } from '../api/queries.ts'
import type { Me } from '../api/shapes.ts'
import { go } from '../navigation.tsx'
import { ProblemNotice } from './problem-notice.tsx'

const useStyles = makeStyles({ select: { display: 'inline-flex', marginInlineStart: tokens.spacingHorizontalS, maxWidth: '100%' } })

/** Who works for two agencies looks for one of them at a time. */
export const AgencySwitch = ({ person }: { readonly person: Me }) => {
  const styles = useStyles()
  const choose = useChooseAgency()
  const change = (code: string) => {
    choose.mutate(code, { onSuccess: () => go({ page: 'home' }) })
  }
  return (
    <>
      <Select
        aria-label="Agency that you work for now"
        className={styles.select}
        value={choose.isPending ? choose.variables : person.agency.code}
        disabled={choose.isPending}
        onChange={(_event, { value }) => change(value)}
      >
        {person.worksFor.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
      {choose.error && <ProblemNotice error={choose.error} />}
    </>
  )
}
