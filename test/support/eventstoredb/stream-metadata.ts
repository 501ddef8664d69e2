import type { Proposed } from './server-log.js';

/** What the server itself reads of a stream's metadata. */
export type StreamMetadata = Readonly<{ truncateBefore?: bigint; maxCount?: number; maxAgeSeconds?: number }>;

/** The `$tb` that means "deleted": the largest Int64, which no JavaScript number can hold. */
export const softDeleted = 9_223_372_036_854_775_807n;

export const metastreamOf = (stream: string): string => `$$${stream}`;

/** A `$metadata` event that truncates a stream. */
export const newMetadata = (truncateBefore: bigint): Proposed => ({
  id: crypto.randomUUID(),
  type: '$metadata',
  contentType: 'application/json',
  data: new TextEncoder().encode(`{"$tb":${truncateBefore}}`),
  metadata: new Uint8Array(),
});

export const readMetadata = (data: Uint8Array): StreamMetadata => {
  const text = new TextDecoder().decode(data);
  const number = (key: string) => new RegExp(`"\\$${key}"\\s*:\\s*(\\d+)`).exec(text)?.[1];
  const [truncateBefore, maxCount, maxAge] = [number('tb'), number('maxCount'), number('maxAge')];
  return {
    ...(truncateBefore !== undefined && { truncateBefore: BigInt(truncateBefore) }),
    ...(maxCount !== undefined && { maxCount: Number(maxCount) }),
    ...(maxAge !== undefined && { maxAgeSeconds: Number(maxAge) }),
  };
};
