import type { AuthorityMatrix } from './authority-matrix.js';
import type { Calendar } from './calendar.js';
import type { Instant } from './events.js';
import type { PersonId } from './people.js';

/** What the right to act is judged by besides the offices held. Every command carries it; a question may be asked without. */
export type Rights = Readonly<{
  at: Instant;
  calendar: Calendar;
  /** Absent where the tenant has none: then every holder may do what his office does. */
  authority?: AuthorityMatrix;
  /** The spouse of the person the case is about, and his kin of the first degree. */
  kin?: readonly PersonId[];
  /** The same for the person of each line of a batch, by the line's key. */
  lineKin?: Readonly<Record<string, readonly PersonId[]>>;
}>;
