import type { SignIn } from './identity.ts'

const named = (agencies: readonly { readonly name: string }[]): string =>
  agencies.length < 2
    ? (agencies[0]?.name ?? '')
    : `${agencies
        .slice(0, -1)
        .map(({ name }) => name)
        .join(', ')} or ${agencies.at(-1)?.name ?? ''}`

/** What somebody reads who is no actor, in the tab and from the bot: whom to ask, and nothing else. */
export const signInSentence = (signIn: Exclude<SignIn, { kind: 'actor' }>): string => {
  switch (signIn.kind) {
    case 'unknown-tenant':
      return "Your organisation doesn't take part in Family Finding. If you think that it should, ask the coordinator of your regional adoption agency."
    case 'guest':
      return 'You are signed in as a guest of another organisation. Open Family Finding in your own organisation.'
    case 'no-role':
      return `You don't have a role in Family Finding at ${signIn.agencyName} yet. Ask your agency's Family Finding administrator for one.`
    case 'left':
      return `Your roles in Family Finding at ${signIn.agencyName} have ended. If you still work there, ask your agency's Family Finding administrator.`
    case 'choose':
      return `You work for several agencies. Choose the one that you are working for now: ${named(signIn.worksFor)}.`
    default:
      return signIn satisfies never
  }
}
