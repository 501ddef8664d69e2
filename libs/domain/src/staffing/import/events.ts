import type { Message } from '@app/decider';

export type Counts = Readonly<{ units: number; posts: number; people: number }>;

/** Streams `import-<sha256>`: a file that was found good as a whole, and that it was carried out. `run` counts how often the same file was taken. */
export type ImportEvent =
  | Message<'ImportAccepted', { fileHash: string; run: number; rows: Counts; by: string; at: string }>
  | Message<'ImportCompleted', { fileHash: string; run: number; rows: Counts; changes: number; at: string }>;
