/**
 * The approval engine, as a library of pure functions.
 *
 * It knows stages, votes and deadlines. It does not know what is being approved,
 * where events are kept, or what time it is: all three are handed to it.
 */
export type { Calendar } from './calendar.js';
export type { WorkflowCommand } from './commands.js';
export type * from './definition.js';
export type { Capacity, CaseContext, CaseOutcome, Day, Instant, Schedule, StageOutcome, WorkflowEvent } from './events.js';
export type { Directory, Holding, HoldingKind, PersonId, Role } from './people.js';
