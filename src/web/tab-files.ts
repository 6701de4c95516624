import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { Router } from 'express'
import { tabHeaders } from './security-headers.ts'

/** `GET /tab/settings.json`: what the tab must know before anybody has signed in. No secret is in it. */
export interface TabSettings {
  /** true in local mode: the demo region */
  readonly demo: boolean
  /** the client id of the Entra app, and the scope that nested app authentication asks for; both empty in local mode */
  readonly clientId: string
  readonly apiScope: string
}

/** The built tab under /tab/: hashed assets for ever, the page itself never from a cache; every address below it is the same page. */
export const tabFiles = (directory: string, settings: TabSettings): Router => {
  const router = Router()
  const page = join(directory, 'index.html')
  router.use(tabHeaders(settings.demo ? 'local' : 'production'))
  router.get('/settings.json', (_req, res) => {
    res.set('Cache-Control', 'no-store').json(settings)
  })
  router.use('/assets', express.static(join(directory, 'assets'), { immutable: true, maxAge: '1y', index: false, fallthrough: false }))
  router.use(express.static(directory, { cacheControl: false, setHeaders: (res) => res.setHeader('Cache-Control', 'no-cache') }))
  router.get(/^\/[\w/-]*$/u, (_req, res, next) => {
    if (existsSync(page)) res.set('Cache-Control', 'no-cache').sendFile(page)
    else next()
  })
  return router
}
