import { showPreview } from '../show-preview.ts'
import { postPreviewVerb } from '../verbs/post-verbs.ts'
import { action } from './action.ts'

export const postPreview = action(postPreviewVerb, (deps) => (turn, asked) => showPreview(deps)(turn, asked))
