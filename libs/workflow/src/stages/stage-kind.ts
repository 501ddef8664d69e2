import type { StageDefinition } from '../definition.js';
import type { StageOutcome } from '../events.js';
import type { Vote } from '../state.js';

/** What one kind of stage means. */
export type StageKind<Stage extends StageDefinition> = Readonly<{
  /** Whether people act here; else it waits for `system:…`. */
  forPeople: boolean;
  /** Whether the person the case is about may act here on his own case. */
  forSubject: boolean;
  /** Whether several people act, each once. */
  collegial: boolean;
  /** What the votes cast come to. `late`: the deadline has passed without closing the stage. */
  outcome: (stage: Stage, votes: readonly Vote[], late: boolean) => StageOutcome | 'open';
  /** What silence comes to when the deadline passes; `open` is merely overdue. */
  atDeadline: (stage: Stage, votes: readonly Vote[]) => StageOutcome | 'open';
}>;
