import type { StageDefinition } from '../definition.js';
import type { StageOutcome } from '../events.js';
import type { Vote } from '../state.js';

/** What is known around the votes. `recused`: how many stepped aside; `out`: how many others could still act today. */
export type Around = Readonly<{ recused: number; out: number }>;

/** What one kind of stage means. */
export type StageKind<Stage extends StageDefinition> = Readonly<{
  /** Whether people act here; else it waits for `system:…`. */
  forPeople: boolean;
  /** Whether the person the case is about may act here on his own case. */
  forSubject: boolean;
  /** Whether several people act, each once. */
  collegial: boolean;
  /** Which decisions it knows; a definition may offer fewer. */
  verdicts: readonly ('approve' | 'reject' | 'return')[];
  /** Whether the lines of a batch can be decided one by one. */
  byLine: boolean;
  /** What the votes cast come to. `late`: the deadline has passed without closing the stage. */
  outcome: (stage: Stage, votes: readonly Vote[], late: boolean, around: Around) => StageOutcome | 'open';
  /** What silence comes to when the deadline passes; `open` is merely overdue. */
  atDeadline: (stage: Stage, votes: readonly Vote[], around: Around) => StageOutcome | 'open';
}>;
