/** What the main thread tells the embedded engine's thread at its start. */
export interface EngineStart {
  /** a file made by a dump: the engine holds it in memory and nothing is kept */
  readonly dump?: string
}

export type EngineRequest =
  | { readonly id: number; readonly kind: 'exchange'; readonly bytes: Uint8Array }
  | { readonly id: number; readonly kind: 'dump'; readonly compression: 'gzip' | 'none' }
  | { readonly id: number; readonly kind: 'close' }

export type EngineAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'not-opened'; readonly problem: string }
  | { readonly kind: 'answer'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly kind: 'fault'; readonly id: number; readonly problem: string }
