import type { Now } from '../../../core/plain-date.ts'
import type { Register } from '../../../database/register.ts'
import type { ChildForText } from '../child-for-text.ts'
import type { StopWordStore } from '../stop-words/stop-word-store.ts'
import type { TextStore } from './text-store.ts'

/** The slice of the scope in which texts are checked. */
export interface TextScope {
  readonly texts: TextStore
  readonly stopWords: StopWordStore
  readonly childForText: ChildForText
}

export interface TextDeps {
  readonly register: Register<TextScope>
  readonly now: Now
}
