import { route, type Route } from '../../http/route.ts'
import type { AddWorker } from './add-worker.ts'
import {
  addWorkerCommand,
  caseWorkers,
  changeSharingCommand,
  endRoleCommand,
  giveRoleCommand,
  leaveCommand,
  partners,
  worker,
  workerPath,
  workers,
  workersAsked,
} from './administration-contract.ts'
import type { ChangeSharing } from './change-sharing.ts'
import type { EndRole } from './end-role.ts'
import type { GiveRole } from './give-role.ts'
import type { ListCaseWorkers } from './list-case-workers.ts'
import type { ListWorkers } from './list-workers.ts'
import type { MarkLeft } from './mark-left.ts'
import type { ReadPartners } from './read-partners.ts'

export interface AdministrationUseCases {
  readonly listWorkers: ListWorkers
  readonly listCaseWorkers: ListCaseWorkers
  readonly addWorker: AddWorker
  readonly giveRole: GiveRole
  readonly endRole: EndRole
  readonly markLeft: MarkLeft
  readonly readPartners: ReadPartners
  readonly changeSharing: ChangeSharing
}

export const administrationRoutes = (useCases: AdministrationUseCases): readonly Route[] => [
  route({
    method: 'get',
    path: '/people',
    summary: 'The people of your agency by name, and their roles',
    query: workersAsked,
    answer: workers,
    handle: (actor, { query }) => useCases.listWorkers(actor, query),
  }),
  route({
    method: 'get',
    path: '/people/case-workers',
    summary: 'Who of your agency can be a child’s family finder or social worker',
    answer: caseWorkers,
    handle: (actor) => useCases.listCaseWorkers(actor),
  }),
  route({
    method: 'post',
    path: '/people',
    summary: 'Add somebody to the people of your agency by the account in their own organisation, with a first role',
    body: addWorkerCommand,
    answer: worker,
    status: 201,
    handle: (actor, { body }) => useCases.addWorker(actor, body),
  }),
  route({
    method: 'post',
    path: '/people/:id/roles',
    summary: 'Give somebody of your agency a role, from today or a later day',
    params: workerPath,
    body: giveRoleCommand,
    answer: worker,
    handle: (actor, { params, body }) => useCases.giveRole(actor, { ...body, id: params.id }),
  }),
  route({
    method: 'post',
    path: '/people/:id/roles/end',
    summary: 'End a role, today or on a later day',
    params: workerPath,
    body: endRoleCommand,
    answer: worker,
    handle: (actor, { params, body }) => useCases.endRole(actor, { ...body, id: params.id }),
  }),
  route({
    method: 'post',
    path: '/people/:id/leaving',
    summary: 'Somebody no longer works for your agency, from today or a later day',
    params: workerPath,
    body: leaveCommand,
    answer: worker,
    handle: (actor, { params, body }) => useCases.markLeft(actor, { ...body, id: params.id }),
  }),
  route({
    method: 'get',
    path: '/partners',
    summary: 'The agencies of the partnership, from when each shares, and how far yours is set up',
    answer: partners,
    handle: (actor) => useCases.readPartners(actor),
  }),
  route({
    method: 'post',
    path: '/partners/sharing',
    summary: 'Change from when partner agencies may read of the children of your agency',
    body: changeSharingCommand,
    answer: partners,
    handle: (actor, { body }) => useCases.changeSharing(actor, body),
  }),
]
