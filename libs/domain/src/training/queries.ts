import type { Kysely } from 'kysely';
import type { TrainingRow } from './projections.js';

export type TrainingTables = { training_records: TrainingRow };

/** What a person has completed, newest first. */
export const trainingOf = (db: Kysely<TrainingTables>, person: string): Promise<TrainingRow[]> =>
  db.selectFrom('training_records').selectAll().where('person', '=', person).orderBy('completed_on', 'desc').execute();
