import { showListPreview } from '../show-preview.ts'
import type { CommandHandler } from './command.ts'

export const postList: CommandHandler<'post-list'> =
  (deps) =>
  (turn, { filter, conversation }) =>
    showListPreview(deps)(turn, { filter, conversation })
