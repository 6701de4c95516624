import { childPostCard } from '../../bot/cards/child-post-card.ts'
import { childForPost } from '../../src/children/child-for-post.ts'
import { childRoutes } from '../../src/children/child-routes.ts'
import { childStore } from '../../src/children/child-store.ts'
import { readAnonymousChild } from '../../src/children/read-anonymous-child.ts'
import { readChild } from '../../src/children/read-child.ts'
import { readPrivateDetail } from '../../src/children/read-private-detail.ts'
import { ageingStore } from '../../src/children/refresh-shared.ts'
import { childCommands } from '../../src/children/child-commands.ts'
import { bankHolidaysOfEngland } from '../../src/core/bank-holidays.ts'
import { openRegister } from '../../src/database/open-register.ts'
import { listMeetings } from '../../src/meetings/list-meetings.ts'
import { meetingRoutes } from '../../src/meetings/meeting-routes.ts'
import { meetingStore } from '../../src/meetings/meeting-store.ts'
import { scheduleTracking } from '../../src/meetings/schedule-tracking.ts'
import { listWaiting } from '../../src/overview/list-waiting.ts'
import { listWaitingAnonymously } from '../../src/overview/list-waiting-anonymously.ts'
import { figuresRoutes } from '../../src/overview/figures-routes.ts'
import { ownChildrenStore } from '../../src/overview/own-children-store.ts'
import { readPeriodFigures, readPipeline } from '../../src/overview/read-figures.ts'
import { waitingCursors } from '../../src/overview/waiting-cursor.ts'
import { waitingFigures } from '../../src/overview/waiting-figures.ts'
import { waitingRoutes } from '../../src/overview/waiting-routes.ts'
import { waitingStore } from '../../src/overview/waiting-store.ts'
import { peopleRoutes } from '../../src/people/people-routes.ts'
import { peopleStore } from '../../src/people/people-store.ts'
import { readMe } from '../../src/people/read-me.ts'
import { signIn } from '../../src/people/sign-in.ts'
import { listConversations } from '../../src/posts/list-conversations.ts'
import { listPostsAbout } from '../../src/posts/list-posts-about.ts'
import { postRoutes } from '../../src/posts/post-routes.ts'
import { postStore } from '../../src/posts/post-store.ts'
import { previewPost } from '../../src/posts/preview-post.ts'
import { requestPost } from '../../src/posts/request-post.ts'
import { settingsStore } from '../../src/settings/settings-store.ts'
import { cipher, clock, FIELD_KEY } from '../children/a-child.ts'
import { recordingChannel } from '../posts/support/recording-channel.ts'
import type { TestDatabase } from '../support/test-database.ts'
import { openIssuer } from '../support/tokens.ts'
import { startWeb } from '../support/web-server.ts'

/** Every route there is, over real HTTP and real tokens, on one register; and the two reads that only the conversation has. */
export const openWholeApi = async (database: TestDatabase) => {
  const { today, now } = clock()
  const channel = recordingChannel()
  const children = { cipher, today, now }
  const register = openRegister({
    database,
    now,
    makeScope: (trx, who) => ({
      people: peopleStore(trx),
      children: childStore(trx, who, children),
      ageing: ageingStore(trx, who, children),
      childForPost: childForPost(trx, who, children),
      waiting: waitingStore(trx),
      settings: settingsStore(trx, who),
      ownChildren: ownChildrenStore(trx),
      posts: postStore(trx, who),
      meetings: meetingStore(trx),
    }),
  })
  const waiting = { register, today, cursors: waitingCursors(FIELD_KEY) }
  const ofChildren = { register, today, holidays: bankHolidaysOfEngland() }
  const posting = { register, outbound: channel, drawCard: childPostCard, now }
  const whoAsks = signIn({ database, today })
  const routes = [
    ...peopleRoutes({ readMe: readMe({ register, signIn: whoAsks, demo: true }) }),
    ...waitingRoutes({ listWaiting: listWaiting(waiting), waitingFigures: waitingFigures(waiting) }),
    ...figuresRoutes({ readPeriodFigures: readPeriodFigures({ register, today }), readPipeline: readPipeline({ register }) }),
    ...childRoutes({
      readChild: readChild(ofChildren),
      readPrivateDetail: readPrivateDetail({ register }),
      ...childCommands(ofChildren),
    }),
    ...postRoutes({
      listConversations: listConversations(posting),
      previewPost: previewPost(posting),
      requestPost: requestPost(posting),
      listPostsAbout: listPostsAbout(posting),
    }),
    ...meetingRoutes({ listMeetings: listMeetings({ register, now }), scheduleTracking: scheduleTracking({ register, now }) }),
  ]
  const issuer = await openIssuer(() => new Date())
  const web = await startWeb(issuer, whoAsks, { routes, requestsPerMinute: 1_000_000 })

  const tokens = new Map<string, Promise<string>>()
  const tokenOf = (person: { readonly tenantId: string; readonly objectId: string }): Promise<string> => {
    const token = tokens.get(person.objectId) ?? issuer.tokenFor(person)
    tokens.set(person.objectId, token)
    return token
  }

  return {
    register,
    channel,
    routes,
    readAnonymousChild: readAnonymousChild({ register }),
    listWaitingAnonymously: listWaitingAnonymously(waiting),
    /** One request as this person. The answer comes without its correlation id, which is another one each time. */
    ask: async (person: { readonly tenantId: string; readonly objectId: string }, method: 'get' | 'post', path: string, body?: object) => {
      const response = await fetch(`${web.url}/api/v1${path}`, {
        method: method.toUpperCase(),
        headers: { authorization: `Bearer ${await tokenOf(person)}`, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      const headers = Object.fromEntries(
        [...response.headers].filter(([name]) => !['date', 'x-correlation-id', 'ratelimit', 'ratelimit-policy'].includes(name)),
      )
      return { status: response.status, headers, text: text.replace(/"correlationId":"[^"]*"/u, '"correlationId":"-"') }
    },
    close: async (): Promise<void> => {
      await web.close()
      await issuer.close()
    },
  }
}
export type WholeApi = Awaited<ReturnType<typeof openWholeApi>>
