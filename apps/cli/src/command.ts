import type { Command } from 'commander';
import type { Foundation } from '../../worker/src/foundation.js';

/** What a command of `alur` is given. */
export type Cli = Readonly<{
  /** Opens what Alur stands on (joining one that is running), does the work and closes everything. */
  withAlur: <Result>(work: (alur: Foundation) => Promise<Result>) => Promise<Result>;
  /** A line for the reader, on stdout. */
  say: (line: string) => void;
  /** Makes the process end with an exit code that is not 0, once the work is done. */
  fail: () => void;
}>;

/** Adds one command, or a few that belong together, to `alur`. */
export type Adding = (program: Command, cli: Cli) => void;
