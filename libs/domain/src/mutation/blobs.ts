/** A file's bytes, under the hash of them. */
export type Blob = Readonly<{ mime: string; bytes: Buffer }>;

/**
 * Where the bytes of papers and decrees are kept, by their SHA-256.
 *
 * What an adapter must do beyond these types is in `blobs.contract.ts`.
 */
export abstract class Blobs {
  /** Keeps the bytes, durably; the same bytes again are kept once. @returns their SHA-256 (hex) */
  abstract put(blob: Blob): Promise<string>;

  /** `undefined` for a hash nothing was kept under. */
  abstract get(sha256: string): Promise<Blob | undefined>;
}
