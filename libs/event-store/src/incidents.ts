import type { PolicyStatus } from './policy.js';
import type { Incident } from './projection-runner.js';

/** Something that stopped at an event, or put it aside, and waits for a person. */
export type OpenIncident = Readonly<{
  /** Of the kind, the name and the event. */
  id: string;
  kind: 'projection' | 'policy';
  name: string;
  incident: Incident;
}>;

/** What an operator chose: once more, or without that event, for ever. */
export type Resolution = Readonly<{
  choice: 'retry' | 'skip';
  /** Why; may be empty for another try. */
  reason: string;
  /** A person's id, or `system:operator`. */
  by: string;
}>;

/** A choice as it was recorded. `at` is an ISO instant, real time. */
export type Resolved = OpenIncident & Resolution & Readonly<{ at: string }>;

/** There is no such incident, or no longer. */
export class NoIncident extends Error {
  override readonly name = 'NoIncident';
}

/**
 * What stopped, and what was done about it.
 *
 * Choices are kept for ever and never changed. That of a projection without an event holds for its rebuilds as well: they
 * would stop at the same event.
 */
export abstract class Incidents {
  abstract open(): Promise<readonly OpenIncident[]>;

  /** How far each policy is, in whichever process it runs. */
  abstract policies(): Promise<readonly PolicyStatus[]>;

  /** The newest choices first. */
  abstract resolved(limit: number): Promise<readonly Resolved[]>;

  /**
   * Records a choice and carries it out; a projection has caught up, or has stopped again, when this resolves.
   * @throws NoIncident when nothing waits for a choice under this id
   */
  abstract resolve(id: string, resolution: Resolution): Promise<void>;
}
