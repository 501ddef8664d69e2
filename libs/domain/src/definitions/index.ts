/**
 * Approval definitions and the working-day calendar: read from a folder, checked, hashed, and published as events.
 *
 * What a definition means is the engine's to say (`@app/workflow`).
 */
export { tooMuchToHold } from './bounds.js';
export { bpmnOf } from './bpmn/xml.js';
export { differencesOf } from './differences.js';
export type { Difference } from './differences.js';
export { unknownDefinition } from './refusals.js';
export type { Play, Simulation, Step } from './simulation/simulate.js';
export { tryOut } from './simulation/try-out.js';
export type { TriedOut, Wish } from './simulation/try-out.js';
export { Definitions, definitionStream } from './definitions.js';
export type { Published } from './definitions.js';
export { contextOfDossier, fieldsOf } from './dossier-fields.js';
export { personalFieldsOf } from './dossier-privacy.js';
export { brokenRules, reckonedOf } from './dossier-rules.js';
export { dossierValidator } from './dossier.js';
export { hashOf } from './hash.js';
export { publishInForce } from './in-force.js';
export { loadAuthority } from './load-authority.js';
export { loadCalendar, loadDefinitions, openReader, UnusableDefinitions } from './load.js';
export { personalFields } from './personal-fields.js';
export { projections } from './projections.js';
export type { VersionRow, VersionStatus } from './projections.js';
export { versionsOf } from './queries.js';
export type { DefinitionTables } from './queries.js';
export { publication } from './publication.js';
export { publishDefinitions } from './publish.js';
export { texts } from './texts.js';
export type { DefinitionEvent, InForceEvent } from './events.js';
export type { DossierSchema } from './dossier-schema.js';
export { writtenDown } from './written.js';
export { Reader } from './read.js';
export type { Document, Loaded, Surroundings } from './read.js';
export type { PublicationCommand, Publications } from './publication.js';
