import { eventTypeFilter, type Filter as ServerFilter, type Position, streamNameFilter } from '@eventstore/db-client';
import type { Filter } from '../event-store.js';

/** With the server's window of 32 events: a checkpoint at least every 512 events, however few of them are wanted. */
const checkpointInterval = 16;

/**
 * What the server can leave out. It filters by stream or by type and not by both, so the reader looks again.
 * Without a wish, the server's own events (`$…`) stay there.
 */
export const serverFilterOf = (
  { types, streamPrefixes }: Filter,
  reached: (position: Position) => Promise<void>,
): ServerFilter => {
  const options = {
    checkpointInterval,
    checkpointReached: (_: unknown, position: Position) => reached(position),
  };
  if (streamPrefixes?.length === 0 || types?.length === 0) return eventTypeFilter({ ...options, regex: '^(?!)' });
  if (streamPrefixes) return streamNameFilter({ ...options, prefixes: [...streamPrefixes] });
  if (types) return eventTypeFilter({ ...options, regex: `^(?:${types.map(escaped).join('|')})$` });
  return eventTypeFilter({ ...options, regex: '^[^$]' });
};

/** For .NET's regular expressions and for JavaScript's. */
const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|#\s-]/g, '\\$&');
