import express, { Router } from 'express'

/** No inline script; Fluent writes its styles into the page, hence `unsafe-inline` for styles alone. The tab is framed from the same origin. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The page at `/local/`, as Vite built it. */
export const pageRoutes = (directory: string): Router => {
  const router = Router()
  router.use((_request, response, next) => {
    response.set({ 'content-security-policy': CONTENT_SECURITY_POLICY, 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' })
    next()
  })
  router.use('/assets', express.static(`${directory}/assets`, { immutable: true, maxAge: '1y', fallthrough: false }))
  router.use(express.static(directory, { redirect: true }))
  return router
}
