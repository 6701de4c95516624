import { showPreview } from '../show-preview.ts'
import type { CommandHandler } from './command.ts'

export const post: CommandHandler<'post'> =
  (deps) =>
  (turn, { reference, conversation }) =>
    showPreview(deps)(turn, { reference, conversation })
