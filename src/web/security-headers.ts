import helmet from 'helmet'
import type { RequestHandler } from 'express'

/** The hosts that frame the tab: Teams, Outlook and Microsoft 365 (learn: "Create a personal tab", content security policy headers). */
const HOSTS = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://*.microsoft365.com',
  'https://*.office.com',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook-sdf.office.com',
  'https://outlook-sdf.office365.com',
]
const SIGN_IN = 'https://login.microsoftonline.com'
/** teams-js reads its list of valid hosts from here */
const TEAMS_JS = 'https://res.cdn.office.net'

const common = (https: boolean) =>
  ({
    // frame-ancestors decides who may frame us; X-Frame-Options cannot name several hosts
    xFrameOptions: false,
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    // the sign-in window of a plain browser talks to the page that opened it
    crossOriginOpenerPolicy: { policy: 'same-origin-allow-popups' },
  }) as const

/** For the API and everything that is no page: nothing may be loaded, nobody may frame it. */
export const apiHeaders = (https: boolean): RequestHandler =>
  helmet({ ...common(https), contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } } })

/** For the tab. In local mode only our own page frames it, and nothing leaves this machine. */
export const tabHeaders = (mode: 'local' | 'production'): RequestHandler => {
  const live = mode === 'production'
  return helmet({
    ...common(live),
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        // Fluent writes its style rules at run time
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: live ? ["'self'", SIGN_IN, TEAMS_JS] : ["'self'"],
        frameSrc: live ? [SIGN_IN] : ["'none'"],
        frameAncestors: live ? ["'self'", ...HOSTS] : ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
      },
    },
  })
}
