/** What the main thread tells the embedded engine's thread at its start: data in a folder, kept; or in memory, from a dump or new, for tests. */
export type EngineStart = { readonly kind: 'folder'; readonly folder: string } | { readonly kind: 'memory'; readonly dump?: string }

export type EngineRequest =
  | { readonly id: number; readonly kind: 'exchange'; readonly bytes: Uint8Array }
  | { readonly id: number; readonly kind: 'dump'; readonly compression: 'gzip' | 'none' }
  | { readonly id: number; readonly kind: 'close' }

export type EngineAnswer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'not-opened'; readonly problem: string }
  | { readonly kind: 'answer'; readonly id: number; readonly bytes: Uint8Array }
  | { readonly kind: 'fault'; readonly id: number; readonly problem: string }
