// Which use case gets what: whole, because the list of all of them should be read in one place.
import { breakGlassRoutes } from './children/break-glass/break-glass-routes.ts'
import { acknowledgeNotice, listGlassNotices } from './children/break-glass/glass-notices.ts'
import { openInEmergency, readOpened } from './children/break-glass/open-in-emergency.ts'
import { childCommands } from './children/changing/child-commands.ts'
import { childRoutes } from './children/child-routes.ts'
import { exportChildren } from './children/importing/export-children.ts'
import { commitImport, previewImport } from './children/importing/import-children.ts'
import { importRoutes } from './children/importing/import-routes.ts'
import { readAnonymousChild } from './children/sharing/read-anonymous-child.ts'
import { readChild } from './children/read-child.ts'
import { readPrivateDetail } from './children/read-private-detail.ts'
import { bankHolidaysOfEngland } from './core/bank-holidays.ts'
import type { Route } from './http/route.ts'
import { listMeetings } from './meetings/list-meetings.ts'
import { meetingRoutes } from './meetings/meeting-routes.ts'
import { scheduleTracking } from './meetings/schedule-tracking.ts'
import { figuresRoutes } from './overview/figures/figures-routes.ts'
import { listWaitingAnonymously } from './overview/list-waiting-anonymously.ts'
import { listWaiting } from './overview/list-waiting.ts'
import { readPeriodFigures, readPipeline } from './overview/figures/read-figures.ts'
import { waitingCursors } from './overview/waiting-cursor.ts'
import { waitingFigures } from './overview/waiting-figures.ts'
import { waitingRoutes } from './overview/waiting-routes.ts'
import { addWorker } from './people/administration/add-worker.ts'
import { administrationRoutes } from './people/administration/administration-routes.ts'
import { changeSharing } from './people/administration/change-sharing.ts'
import { chooseAgency } from './people/choose-agency.ts'
import { endRole } from './people/administration/end-role.ts'
import { giveRole } from './people/administration/give-role.ts'
import { listCaseWorkers } from './people/administration/list-case-workers.ts'
import { listWorkers } from './people/administration/list-workers.ts'
import { markLeft } from './people/administration/mark-left.ts'
import { peopleRoutes } from './people/people-routes.ts'
import { listAgencies } from './people/people-store.ts'
import { readMe } from './people/read-me.ts'
import { readPartners, type PartnerDeps } from './people/administration/read-partners.ts'
import { signIn } from './people/sign-in.ts'
import { homeAgencyOf } from './posts/conversations/home-agency.ts'
import { listConversations } from './posts/conversations/list-conversations.ts'
import { listPosts } from './posts/list-posts.ts'
import { listPostsAbout } from './posts/list-posts-about.ts'
import type { DrawPost, OutboundPort } from './posts/ports.ts'
import { postRoutes } from './posts/post-routes.ts'
import { previewPost } from './posts/posting/preview-post.ts'
import { rememberConversation } from './posts/conversations/remember-conversation.ts'
import { readersChanged } from './posts/conversations/readers-changed.ts'
import { requestPost } from './posts/posting/request-post.ts'
import { reviewCard } from './posts/review/review-card.ts'
import { withdrawPost } from './posts/withdrawing/withdraw-post.ts'
import { countAuditDays } from './safeguards/audit-days/count-audit-days.ts'
import { exportAudit } from './safeguards/audit-export/export-audit.ts'
import { confirmFiled } from './retention/confirm-filed.ts'
import { exportPerson } from './retention/export-person.ts'
import { exportRecord } from './retention/export-record.ts'
import { holdRecord, liftHold } from './retention/hold-record.ts'
import { listRetention } from './retention/list-retention.ts'
import { readRecord } from './retention/read-record.ts'
import { requestPurge } from './retention/request-purge.ts'
import { retentionRoutes } from './retention/retention-routes.ts'
import { addStopWord } from './safeguards/anonymity/stop-words/add-stop-word.ts'
import { countStopWords } from './safeguards/anonymity/stop-words/count-stop-words.ts'
import { removeStopWords } from './safeguards/anonymity/stop-words/remove-stop-words.ts'
import { stopWordRoutes } from './safeguards/anonymity/stop-words/stop-word-routes.ts'
import { checkText } from './safeguards/anonymity/texts/check-text.ts'
import { confirmText } from './safeguards/anonymity/texts/confirm-text.ts'
import { listTextsWaiting } from './safeguards/anonymity/texts/list-texts-waiting.ts'
import { overrideText } from './safeguards/anonymity/texts/override-text.ts'
import { resubmitText, submitText } from './safeguards/anonymity/texts/submit-text.ts'
import { textRoutes } from './safeguards/anonymity/texts/text-routes.ts'
import { auditRoutes } from './safeguards/audit-routes.ts'
import { acknowledgeAlert } from './safeguards/reading-alerts/acknowledge-alert.ts'
import { listReadingAlerts } from './safeguards/reading-alerts/list-alerts.ts'
import { readingAlertsRoutes } from './safeguards/reading-alerts/reading-alerts-routes.ts'
import { sealAudit } from './safeguards/seal-audit.ts'
import { searchAudit } from './safeguards/search-audit.ts'
import { changeSetting } from './settings/change-setting.ts'
import { listSettings } from './settings/list-settings.ts'
import { settingsRoutes } from './settings/settings-routes.ts'
import type { Now, Today } from './core/plain-date.ts'
import type { OpenedRegister } from './scope.ts'

export interface Surroundings {
  readonly toTeams: OutboundPort
  /** the card that a post is */
  readonly drawPost: DrawPost
  readonly demo: boolean
  /** where an organisation approves the app; nowhere in the demo */
  readonly consentLink: PartnerDeps['consentLink']
  readonly today: Today
  readonly now: Now
}

/** Every use case of the app, over one register. */
export const useCasesOf = ({ database, register, fieldKey }: OpenedRegister, { toTeams, drawPost, demo, consentLink, today, now }: Surroundings) => {
  const ofChildren = { register, today, holidays: bankHolidaysOfEngland() }
  const posting = { register, outbound: toTeams, drawPost, now }
  const asking = { register, cursors: waitingCursors(fieldKey), today }
  const retaining = { register, today, now }
  const signInOf = signIn({ database, today })
  const partnersRead = readPartners({ register, today, consentLink })
  return {
    signIn: signInOf,
    chooseAgency: chooseAgency({ database, today, now }),
    readMe: readMe({ register, signIn: signInOf, demo }),
    agencies: () => database.asNamedJob('sign-in', listAgencies),
    listWorkers: listWorkers({ register, today }),
    listCaseWorkers: listCaseWorkers({ register, today }),
    addWorker: addWorker({ register, today }),
    giveRole: giveRole({ register, today }),
    endRole: endRole({ register, today }),
    markLeft: markLeft({ register, today }),
    readPartners: partnersRead,
    searchAudit: searchAudit({ register }),
    countAuditDays: countAuditDays({ register }),
    exportAudit: exportAudit({ register, now, seal: () => sealAudit({ database, fieldKey }) }),
    listReadingAlerts: listReadingAlerts({ register, today }),
    acknowledgeAlert: acknowledgeAlert({ register, now }),
    changeSharing: changeSharing({ register, readPartners: partnersRead, now }),
    listSettings: listSettings({ register, today }),
    changeSetting: changeSetting({ register, today, now }),
    listWaiting: listWaiting(asking),
    listWaitingAnonymously: listWaitingAnonymously(asking),
    waitingFigures: waitingFigures(asking),
    readPeriodFigures: readPeriodFigures({ register, today }),
    readPipeline: readPipeline({ register }),
    readChild: readChild(ofChildren),
    readAnonymousChild: readAnonymousChild({ register }),
    readPrivateDetail: readPrivateDetail({ register }),
    openInEmergency: openInEmergency({ register, today, now }),
    readOpened: readOpened({ register, today, now }),
    listGlassNotices: listGlassNotices({ register }),
    acknowledgeNotice: acknowledgeNotice({ register, now }),
    ...childCommands(ofChildren),
    previewImport: previewImport({ register, today }),
    commitImport: commitImport({ register, today }),
    exportChildren: exportChildren({ register, today }),
    listConversations: listConversations({ register }),
    listPostsAbout: listPostsAbout({ register }),
    listPosts: listPosts({ register }),
    withdrawPost: withdrawPost({ register, now }),
    reviewCard: reviewCard({ register, now }),
    previewPost: previewPost(posting),
    requestPost: requestPost(posting),
    readersChanged: readersChanged({ register, homeAgencyOf: homeAgencyOf(database), now }),
    rememberConversation: rememberConversation({ register, homeAgencyOf: homeAgencyOf(database) }),
    addStopWord: addStopWord({ register, now }),
    countStopWords: countStopWords({ register }),
    removeStopWords: removeStopWords({ register }),
    checkText: checkText({ register }),
    submitText: submitText({ register, now }),
    resubmitText: resubmitText({ register, now }),
    confirmText: confirmText({ register, now }),
    overrideText: overrideText({ register, now }),
    listTextsWaiting: listTextsWaiting({ register }),
    listMeetings: listMeetings({ register, now }),
    scheduleTracking: scheduleTracking({ register, now }),
    listRetention: listRetention(retaining),
    readRecord: readRecord(retaining),
    holdRecord: holdRecord(retaining),
    liftHold: liftHold(retaining),
    exportRecord: exportRecord(retaining),
    confirmFiled: confirmFiled(retaining),
    requestPurge: requestPurge(retaining),
    exportPerson: exportPerson(retaining),
  }
}
export type UseCases = ReturnType<typeof useCasesOf>

export const routesOf = (useCases: UseCases): readonly Route[] => [
  ...peopleRoutes(useCases),
  ...administrationRoutes(useCases),
  ...auditRoutes(useCases),
  ...readingAlertsRoutes(useCases),
  ...settingsRoutes(useCases),
  ...waitingRoutes(useCases),
  ...figuresRoutes(useCases),
  ...importRoutes(useCases),
  ...childRoutes(useCases),
  ...breakGlassRoutes(useCases),
  ...postRoutes(useCases),
  ...stopWordRoutes(useCases),
  ...textRoutes(useCases),
  ...meetingRoutes(useCases),
  ...retentionRoutes(useCases),
]
