/** The ledger of competence development. */
export type { TrainingEvent } from './events.js';
export { training } from './training.js';
export type { TrainingCommand, TrainingState } from './training.js';
export { trainingOf } from './queries.js';
export type { TrainingTables } from './queries.js';
export { texts } from './texts.js';
import { records } from './projections.js';

export { records };
export type { TrainingRow } from './projections.js';
/** Every read model of this context. To add one, write it and list it here. */
export const projections = [records];

export const trainingStream = (tenant: string, person: string): string => `${tenant}.training-${person}`;
