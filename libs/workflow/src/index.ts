/**
 * The approval engine, as a library of pure functions.
 *
 * It knows stages, votes and deadlines. It does not know what is being approved,
 * where events are kept, or what time it is: all three are handed to it.
 *
 * Start at `workflow`. To add a kind of stage, see `stages/index.ts`.
 */
export { workflow } from './workflow.js';
export { initiatorOf } from './authority.js';
export { actAt, rowFor } from './authority-matrix.js';
export { backTest } from './back-test/back-test.js';
export { checkDefinition } from './check-definition.js';
export { secondHoldersOf, unrescuedOf, warningsOf } from './check-holders.js';
export type { SecondHolder } from './check-holders.js';
export { holds, problemsOf } from './conditions.js';
export { ownLines, standingLines } from './lines.js';
export { explain } from './explain.js';
export { peopleAsked } from './guards/questions.js';
export { mapped, previewMigration } from './migration/preview.js';
export { returnTargets } from './return-targets.js';
export { dayOf, endOfDay, isWorkingDay, scheduleOf, workingDaysFrom } from './schedule.js';
export { currentStages, etagOf, isOpenAt, stageRail } from './stage-rail.js';
export { seenAt } from './seen.js';
export { taskMark } from './task-mark.js';
export { texts } from './texts.js';
export { caseVerbs, isStageVerb, stageVerbs } from './verbs.js';
export { waitingFor, whoMayAct } from './who-may-act.js';
export type { Act, AuthorityMatrix, AuthorityRow } from './authority-matrix.js';
export type { BackTest, Course } from './back-test/back-test.js';
export type { Calendar } from './calendar.js';
export type { DefinitionProblem, Known } from './check-definition.js';
export type { CommandData, WorkflowCommand } from './commands.js';
export type { Fields, FieldType } from './condition-types.js';
export type * from './definition.js';
export type {
  Capacity,
  CaseContext,
  CaseOutcome,
  Day,
  FallenLine,
  Instant,
  Line,
  LineVerdict,
  Reminder,
  Schedule,
  Seen,
  Signature,
  StageOutcome,
  WaitKind,
  WorkflowEvent,
} from './events.js';
export type { Directory, Holding, HoldingKind, PersonId, Role } from './people.js';
export type { MigrationPlan, MigrationPreview, MigrationProblem, StageMove } from './migration/preview.js';
export type { Rights } from './rights.js';
export type { RailStage } from './stage-rail.js';
export type {
  Adviser,
  At,
  Attachment,
  Case,
  CaseLine,
  ExternalAnswer,
  OpenStage,
  Passage,
  Question,
  Recusal,
  Round,
  Suspension,
  Vote,
  WorkflowState,
} from './state.js';
export type { InForce } from './seen.js';
export type { CaseVerb, StageVerb, Verb } from './verbs.js';
export type { Awaited, Waiting } from './who-may-act.js';
