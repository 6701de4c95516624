import { OpenApiGeneratorV31, OpenAPIRegistry, type RouteConfig } from '@asteasolutions/zod-to-openapi'
import * as z from 'zod'
import { problem } from '../http/problem-contract.ts'
import type { Route } from '../http/route.ts'
import { chooseAgencyCommand } from '../people/people-contract.ts'
import { CHOOSE_AGENCY_PATH } from './choose-agency-endpoint.ts'

/** Every endpoint can answer these, beside what it is for. */
const PROBLEMS: Readonly<Record<number, string>> = {
  400: 'Not readable',
  401: 'No token that this service accepts',
  403: 'No role here, or not allowed; the sentence says whom to ask',
  404: 'Not there, or hidden from you',
  409: 'Stands differently now',
  413: 'Too large',
  415: 'Not JSON',
  422: 'Something does not fit; errors[] says what',
  429: 'Too often',
  500: 'A fault; give the correlation id to your administrator',
}

const problemAnswers = () =>
  Object.fromEntries(
    Object.entries(PROBLEMS).map(([status, description]) => [status, { description, content: { 'application/problem+json': { schema: problem } } }]),
  )

/** The one kind of file that is handed out. */
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } })
const file = (mediaType: string) => ({ content: { [mediaType]: { schema: z.string().meta({ format: 'binary' }) } } })
const isObject = (schema: z.ZodType | undefined): schema is z.ZodObject => schema instanceof z.ZodObject

const described = (route: Route): RouteConfig => ({
  method: route.method,
  path: `/api/v1${route.path.replaceAll(/:(\w+)/gu, '{$1}')}`,
  summary: route.summary,
  security: [{ bearer: [] }],
  request: {
    ...(isObject(route.params) ? { params: route.params } : {}),
    ...(isObject(route.query) ? { query: route.query } : {}),
    ...(route.body === undefined ? {} : { body: { required: true, ...(route.upload === undefined ? json(route.body) : file('application/octet-stream')) } }),
  },
  responses: { [route.status ?? 200]: { description: 'Done', ...(route.download ? file(WORKBOOK) : json(route.answer)) }, ...problemAnswers() },
})

/** The description of the API, made from the same contracts that parse and present. */
export const openApi = (routes: readonly Route[], publicUrl: string) => {
  const registry = new OpenAPIRegistry()
  registry.registerComponent('securitySchemes', 'bearer', { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
  for (const route of routes) registry.registerPath(described(route))
  registry.registerPath({
    method: 'post',
    path: `/api/v1${CHOOSE_AGENCY_PATH}`,
    summary: 'Choose the agency to work for from now on, where you work for several',
    security: [{ bearer: [] }],
    request: { body: { required: true, ...json(chooseAgencyCommand) } },
    responses: { 204: { description: 'Chosen' }, ...problemAnswers() },
  })
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: { title: 'Family Finding', version: '1', description: 'Which children of the region wait for a family, as far as the person who asks may see.' },
    servers: [{ url: publicUrl }],
  })
}
