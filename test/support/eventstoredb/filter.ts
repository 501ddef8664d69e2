import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import type { Written } from './server-log.js';

/** A filter on `$all`, and after how many considered events a checkpoint is due. */
export type ServerFilter = Readonly<{ wants: (event: Written) => boolean; checkpointEvery: number }>;

const windowByDefault = 32;

/** By stream or by type, by prefixes or by a pattern: what the request says. */
export const filterOf = (options: ReadReq.Options.FilterOptions | undefined): ServerFilter | undefined => {
  if (!options) return undefined;
  const byStream = options.getStreamIdentifier();
  const expression = byStream ?? options.getEventType();
  const pattern = new RegExp(expression?.getRegex() || '(?:)');
  const prefixes = expression?.getPrefixList() ?? [];
  const window = options.hasMax() ? options.getMax() : windowByDefault;
  return {
    wants: ({ stream, type }) => {
      const subject = byStream ? stream : type;
      return prefixes.length > 0 ? prefixes.some((prefix) => subject.startsWith(prefix)) : pattern.test(subject);
    },
    checkpointEvery: window * Math.max(1, options.getCheckpointintervalmultiplier()),
  };
};
