// The arrows between rooms (docs/decisions: the house). A room may import only rooms above it in this list.
const ROOMS = [
  'core',
  'database',
  'http',
  'people',
  'settings',
  'safeguards',
  'trackers',
  'posts',
  'children',
  'adopters',
  'links',
  'meetings',
  'events',
  'overview',
  'retention',
  'reports',
  'microsoft',
  'web',
  'local',
  'cli',
]

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

/** The anonymous view is the one thing that posts says of a child: a type, without rules (docs/decisions/0001). */
const KNOWN_TO_ALL = '^src/children/child-views\\.ts$'

const roomOrder = ROOMS.slice(0, -1).map((room, index) =>
  forbid(
    `room-${room}`,
    `src/${room} may import only rooms above it`,
    { path: `^src/${room}/`, pathNot: '^src/local/page/' },
    { path: `^src/(${ROOMS.slice(index + 1).join('|')})/`, ...(room === 'posts' ? { pathNot: KNOWN_TO_ALL } : {}) },
  ),
)

const onlyIn = (name, modules, where, extra = {}) =>
  forbid(name, `${modules} is imported only in ${where}`, { path: '^(src|bot|tab)/', pathNot: where }, { path: `^node_modules/(${modules})(/|$)`, ...extra })

export const rules = [
  ...roomOrder,
  forbid('no-cycles', 'no cycles', {}, { circular: true }),
  forbid('src-knows-no-bot', 'src imports bot only in main.ts and src/local', { path: '^src/', pathNot: '^src/(main\\.ts$|local/)' }, { path: '^bot/' }),
  forbid('src-knows-no-tab', 'src never imports tab', { path: '^src/' }, { path: '^tab/' }),
  forbid(
    'nobody-imports-main',
    'main.ts, and the lists of stores and use cases that it joins, are composed by the command line only',
    { path: '^(src|bot|tab)/', pathNot: '^src/cli/|^src/(main|scope|use-cases)\\.ts$' },
    { path: '^src/(main|scope|use-cases)\\.ts$' },
  ),
  forbid(
    'bot-is-a-mouth',
    'bot imports use cases and views, no store, no database, no web',
    { path: '^bot/' },
    { path: '^src/(database|web|local|cli|microsoft|config)|-store\\.ts$|-routes\\.ts$|-access\\.ts$' },
  ),
  forbid(
    'tab-imports-contracts',
    'the tab imports only contracts and the constants they are made of',
    { path: '^(tab|src/local/page)/' },
    { path: '^(src|bot)/', pathNot: '^src/local/page/|-(contract|kinds)\\.ts$|^src/children/child-views\\.ts$|^src/core/actor\\.ts$' },
  ),
  forbid(
    'contract-is-pure',
    'a contract imports zod and types of the rules',
    { path: '^src/.*-contract\\.ts$' },
    { pathNot: '^src/.*-(contract|kinds)\\.ts$|^src/children/child-views\\.ts$|^src/core/|^node_modules/zod' },
  ),
  forbid(
    'access-is-pure',
    'an access table imports pure files',
    { path: '^src/.*-access\\.ts$' },
    { path: '^node_modules/|-store\\.ts$|-routes\\.ts$|^src/database/' },
  ),
  forbid(
    'routes-reach-no-store',
    'routes go through use cases',
    { path: '^src/.*-routes\\.ts$', pathNot: '^src/local/' },
    { path: '-store\\.ts$|^src/database/' },
  ),
  forbid(
    'core-is-pure',
    'core imports nothing of ours and only a date and an id library',
    { path: '^src/core/' },
    { path: '^node_modules/', pathNot: '^node_modules/(temporal-polyfill|temporal-spec|uuid|date-holidays)' },
  ),
  forbid(
    'one-way-out',
    'the port to conversations is made in one place and given to posts only',
    { path: '^(src|bot|tab)/', pathNot: '^src/main\\.ts$' },
    { path: '^bot/outbound\\.ts$' },
  ),
  onlyIn('botbuilder', 'botbuilder|botbuilder-core|botframework-connector|botframework-schema', '^bot/(teams-bot|adapter)\\.ts$|^src/local/(connector|chats)/'),
  onlyIn('graph-client', '@microsoft/microsoft-graph-client|@azure/msal-node', '^src/microsoft/'),
  onlyIn('teams-js', '@microsoft/teams-js|@azure/msal-browser', '^tab/|^src/local/page/teams-host'),
  onlyIn('database-drivers', 'pg|@electric-sql/pglite', '^src/database/'),
  onlyIn('sql', 'kysely', '^src/(database/|.*-store\\.ts$|people/|safeguards/|children/|overview/|posts/|meetings/|local/demo-region/)'),
  onlyIn('express', 'express|helmet|express-rate-limit', '^src/(web|local)/|^bot/adapter\\.ts$'),
  forbid(
    'no-nothing',
    'an import must lead somewhere',
    { path: '^(src|bot|tab)/' },
    { couldNotResolve: true, pathNot: '\\.(svg|css)$|^@microsoft/microsoft-graph-types$' },
  ),
]
