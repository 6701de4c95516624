import type { OwnChildDetail } from '../../../api/shapes.ts'

export interface FormProps {
  /** as it stands now: where somebody else changed it, the newest */
  readonly child: OwnChildDetail
  readonly close: () => void
  /** closes the form; the sentence says what was saved */
  readonly done: (sentence: string) => void
}
