/**
 * Units, posts and the people who hold them.
 *
 * It does not know why somebody moves: a move is one command here. What a person achieved is in `performance`.
 */
export type {
  CareerFacts,
  EmployeeType,
  EmploymentStatus,
  PersonalData,
  PersonEvent,
  PostEvent,
  PostType,
  Retention,
  Sanction,
  SanctionLevel,
  UnitEvent,
  UnitKind,
} from './events.js';
export { dayOf, isDay } from './days.js';
export { gradeOrder, rankName } from './grades.js';
export { postId, streamOf, tenantNamespace, unitId } from './ids.js';
export { maskNip, readNip } from './nip.js';
export type { Nip, NipFault } from './nip.js';
export { unit } from './unit.js';
export type { UnitCommand, UnitState } from './unit.js';
export { post } from './post.js';
export type { PostCommand, PostState } from './post.js';
export { person } from './person/person.js';
export type { Kin, PersonCommand, Placement } from './person/commands.js';
export type { PersonState } from './person/state.js';
export type { ImportEvent } from './import/events.js';
export { filesInMemory, filesInPostgres } from './import/files.js';
export type { ImportFiles, ImportTables } from './import/files.js';
export { reportsInPostgres } from './import/reports.js';
export type { Begun, Ended, ImportReports, ImportReportTables } from './import/reports.js';
export { Importer } from './import/importer.js';
export type { ImportBy, ImporterParts, ImportOutcome, Predicates, Progress } from './import/importer.js';
export type { ImportReport, Remark } from './import/report.js';
export { keptUntil } from './person/forgetting.js';
export { defaultRetention, readRetention } from './retention.js';
export { People } from './people.js';
export { employee, employees } from './queries/employees.js';
export type { Employee, EmployeesAsked } from './queries/employees.js';
export { personPage } from './queries/person-page.js';
export type { Career } from './queries/person-page.js';
export { positionMap } from './queries/position-map.js';
export type { Incumbent, MapPosition, PositionMap } from './queries/position-map.js';
export { position, positions } from './queries/positions.js';
export type { Position, PositionsAsked, PromisedOn } from './queries/positions.js';
export type { Page, PageAsked, StaffingTables } from './queries/tables.js';
export { peopleOf, unitNamed, units as unitsOf } from './queries/units.js';
export type { Unit } from './queries/units.js';
export { generateDemo } from './demo/generate.js';
export type { DemoData, DemoOptions } from './demo/generate.js';
export { seedDemo } from './demo/seed.js';
export type { Demo, DemoParts } from './demo/seed.js';
export { demoCsv, demoWorkbook } from './demo/write.js';
export { texts } from './texts.js';
import { assignments } from './projections/assignments.js';
import { people } from './projections/people.js';
import { posts } from './projections/posts.js';
import { units } from './projections/units.js';

export { assignments, people, posts, units };
export type { AssignmentRow } from './projections/assignments.js';
export type { PersonRow, SanctionEntry } from './projections/people.js';
export type { PostRow } from './projections/posts.js';
export type { UnitRow } from './projections/units.js';
/** Every read model of this context. To add one, write it and list it here. */
export const projections = [units, posts, people, assignments];

/** Top-level fields that are encrypted under the person's own key. What is said of discipline is personal data too. */
export const personalFields = {
  PersonRegistered: ['personal'],
  PersonalDataCorrected: ['personal'],
  SanctionsImported: ['sanctions'],
  SanctionImposed: ['sanction'],
} as const;
