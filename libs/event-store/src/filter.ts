import type { Filter, Recorded } from './event-store.js';

/** Whether a reader with this filter wants the event. */
export const matches = ({ types, streamPrefixes }: Filter, { type, stream }: Pick<Recorded, 'type' | 'stream'>): boolean =>
  (types === undefined || types.includes(type)) &&
  (streamPrefixes === undefined || streamPrefixes.some((prefix) => stream.startsWith(prefix)));
