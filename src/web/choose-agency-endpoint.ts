import type { RequestHandler } from 'express'
import { parse } from '../http/parse.ts'
import { invalidProblem, problemOf, wrongMediaType } from '../http/problems.ts'
import { sendProblem } from './send-problem.ts'
import type { ChooseAgency } from '../people/identity.ts'
import { chooseAgencyCommand } from '../people/people-contract.ts'
import { askingOf } from './authenticate.ts'

export const CHOOSE_AGENCY_PATH = '/me/agency'

/** The one endpoint for people who are nobody yet: who works for several agencies has no actor until they have chosen. */
export const chooseAgencyEndpoint =
  (chooseAgency: ChooseAgency): RequestHandler =>
  async (req, res) => {
    if (req.is('application/json') !== 'application/json') {
      sendProblem(res, wrongMediaType)
      return
    }
    const command = parse(chooseAgencyCommand, req.body)
    if (!command.ok) {
      sendProblem(res, invalidProblem(command.errors))
      return
    }
    if (await chooseAgency(askingOf(req).identity, command.value.code)) res.status(204).end()
    else sendProblem(res, problemOf({ kind: 'not-found' }))
  }
