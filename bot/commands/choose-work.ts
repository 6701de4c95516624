import type { ChooseAgency, Identity } from '../../src/people/identity.ts'
import { say } from '../answers.ts'
import { listed } from '../texts/words.ts'
import type { SaidAnswer } from '../turn.ts'
import { oneAgency } from './agency-words.ts'

interface Choice {
  readonly identity: Identity
  readonly worksFor: readonly { readonly code: string; readonly name: string }[]
  /** what was typed after "work as" */
  readonly typed: string
}

/** Chooses the agency to work for from now on, among those that this person works for; for people who have not chosen yet, too. */
export const chooseWork =
  (chooseAgency: ChooseAgency) =>
  async ({ identity, worksFor, typed }: Choice): Promise<SaidAnswer> => {
    const wanted = oneAgency(typed, worksFor)
    const names = listed(
      worksFor.map(({ name }) => name),
      'or',
    )
    if (wanted === undefined) return say(`You can work for ${names}. Say for example *work as ${worksFor[0]?.name ?? 'your agency'}*.`)
    const isChosen = await chooseAgency(identity, wanted.code)
    return say(
      isChosen
        ? `You now work for ${wanted.name}. What you see and do from here on is as that agency.`
        : `You have no role at ${wanted.name}. You can work for ${names}.`,
    )
  }
