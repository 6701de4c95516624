import type { ChildCommands } from '../../../api/shapes.ts'
import { useSendChildCommand } from '../../../api/queries.ts'
import type { OwnChildDetail } from '../../../api/shapes.ts'
import { useCommandKey } from '../../../components/command-key.ts'
import { conflictOf, fieldWords } from '../../../text/problems.ts'

/** What the form itself says: the version and the key are added here. */
type Said<C> = Omit<C, 'version' | 'key'>

/**
 * One command about a child, against the version that is on the page. Where somebody else was first the page is read again and the
 * same form stands on the newest version; a command that changed gets a new key.
 */
export const useChildCommand = <N extends keyof ChildCommands>({ reference, version }: OwnChildDetail, name: N, done: (sentence: string) => void) => {
  const [key, renewKey] = useCommandKey()
  const command = useSendChildCommand(reference, name)
  return {
    changed: () => {
      renewKey()
      command.reset()
    },
    /** `sentence` says what was saved, once it is */
    save: (said: Said<ChildCommands[N]>, sentence: string) =>
      command.mutate({ ...said, version, key } as ChildCommands[N], { onSuccess: () => done(sentence), onError: (error) => conflictOf(error) && renewKey() }),
    wrong: (pointer: string) => fieldWords(command.error, pointer),
    state: { isRunning: command.isPending, error: command.error },
  }
}
