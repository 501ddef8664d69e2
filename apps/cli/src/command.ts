import type { Config, Log } from '@app/platform';
import type { Command } from 'commander';
import type { Closing } from '../../worker/src/closing.js';
import type { Foundation } from '../../worker/src/foundation.js';

/** The database and nothing on it: for what looks at the data as it lies there, or is there before anything else. */
export type Ground = Readonly<{ config: Config; log: Log; connectionString: string; closing: Closing }>;

/** What a command of `alur` is given. */
export type Cli = Readonly<{
  /** Opens what Alur stands on (joining one that is running), does the work and closes everything. */
  withAlur: <Result>(work: (alur: Foundation) => Promise<Result>) => Promise<Result>;
  /**
   * Opens the database alone, does the work and closes everything.
   * @param guest joins an Alur that is running; otherwise one that runs on the same data folder is a reason not to begin
   */
  withDatabase: <Result>(
    options: Readonly<{ guest: boolean; restoring?: boolean }>,
    work: (ground: Ground) => Promise<Result>,
  ) => Promise<Result>;
  /** The settings, with nothing opened. */
  settings: () => Config;
  /** A line for the reader, on stdout. */
  say: (line: string) => void;
  /** Makes the process end with an exit code that is not 0, once the work is done. */
  fail: () => void;
}>;

/** Adds one command, or a few that belong together, to `alur`. */
export type Adding = (program: Command, cli: Cli) => void;
