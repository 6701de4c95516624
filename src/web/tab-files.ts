import { existsSync } from 'node:fs'
import { join } from 'node:path'
import express, { Router } from 'express'
import { tabHeaders } from './security-headers.ts'

/** What the tab must know before anybody has signed in: nothing secret. */
export interface TabSettings {
  readonly mode: 'local' | 'production'
  /** the client id of the Entra app */
  readonly clientId: string
  /** the scope that the tab asks a token for */
  readonly scope: string
}

/** The built tab under /tab/: hashed assets for ever, the page itself never from a cache; every address below it is the same page. */
export const tabFiles = (directory: string, settings: TabSettings): Router => {
  const router = Router()
  const page = join(directory, 'index.html')
  router.use(tabHeaders(settings.mode))
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
