/**
 * What one context means to another, and everything there is: read models, policies, texts, personal fields.
 *
 * The contexts know nothing of each other; whatever follows in one from what happens in another is written here.
 */
export { catalogues, policies, projections, texts, upcasters } from './catalogue.js';
export { personalFields } from './personal-fields.js';
export { commonFields } from './common-fields.js';
export type { CaseCommands, Contact, Eraser, OfficeBook, PolicyDeps, ReadModels } from './deps.js';
export { obstaclesTo } from './forgetting-obstacles.js';
export type { Obstacle, ObstacleTables } from './forgetting-obstacles.js';
export { readModelsOf, tracesOf } from './forgetting-traces.js';
export type { Traces } from './forgetting-traces.js';
export { ReadModelCaseFacts } from './case-facts.js';
export type { CaseFactsParts } from './case-facts.js';
export type { FactTables } from './case-facts-queries.js';
export { PublishedBlueprints } from './blueprints.js';
export { backTestCases } from './changing/back-testing.js';
export { BackTests } from './changing/back-tests.js';
export type { BackTestReport, TestedCase } from './changing/back-testing.js';
export { Migrations } from './changing/migrations.js';
export type { MigrationLine, MigrationOrder, MigrationResult } from './changing/migrations.js';
export { caseOf, linkOf, streamOf } from './case-streams.js';
export type { CaseKind } from './case-streams.js';
export { DirectorySurroundings } from './case-surroundings.js';
export type { CaseRow, OpenLine } from './desk/case-list.js';
export { timelineOf } from './desk/timeline.js';
export type { TimelineLine } from './desk/timeline.js';
export { caseRow, caseRows, casesOf, closedCases, inboxOf, runningCases, waitingCases } from './desk/queries.js';
export type { CasesAsked, DeskTables, InboxAsked, InboxLine } from './desk/queries.js';
export { rolesOfCases, rolesOfTransfers } from './directory-roles.js';
export { Directory } from './directory.js';
export type { DirectoryOptions, OfficeHeld } from './directory.js';
export type { DirectoryTables } from './directory-snapshot.js';
export { dispatch } from './dispatch.js';
export { dueInstants } from './due-instants.js';
export type { DueInstantRow, Pending } from './due-instants.js';
export { DueInstantsTable } from './due-instants-query.js';
export type { DueInstantsTables } from './due-instants-query.js';
export { RememberedFacts } from './remembered-facts.js';
export type { RememberedFactsOptions } from './remembered-facts.js';
export { VacancyWatch } from './vacancies.js';
export type { WaitingCase } from './vacancies.js';
export { OrphanClaims } from './orphan-claims.js';
export { namedIn, sayNotice } from './say-notice.js';
