import { RouteLink } from '../navigation.tsx'
import { Empty } from './empty.tsx'
import { PageHeading } from './page-heading.tsx'

/** An address that leads nowhere, or to a page that this person's role has no use for. */
export const UnknownPage = () => (
  <>
    <PageHeading title="Page not found" />
    <Empty title="There is no such page" words="The address may be mistyped or old, or your role may not use this page.">
      <RouteLink to={{ page: 'home' }}>Go to your first page</RouteLink>
    </Empty>
  </>
)
