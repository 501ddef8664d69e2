import { type Rejection, rejections } from '@app/decider';
import type { DefinitionProblem } from '@app/workflow';

const reject = rejections({
  'definitions.unusable': 'invalid',
  'definitions.unknown': 'missing',
  'definitions.other-id': 'invalid',
  'definitions.unknown-field': 'invalid',
});

/** A definition that may not be published, with everything that is wrong with it. */
export const unusable = (problems: readonly DefinitionProblem[]): Rejection =>
  reject('definitions.unusable', 'The definition cannot be used as it is.', { count: problems.length, problems });

export const unknownDefinition = (id: string, version?: number): Rejection =>
  reject('definitions.unknown', 'There is no such definition.', { id, ...(version !== undefined && { version }) });

/** The document is of another definition than the address. */
export const otherId = (id: string, found: string): Rejection =>
  reject('definitions.other-id', `The document's id is ${found}.`, { id, found });

/** A dossier to try out names what no condition could read. */
export const unknownFields = (fields: readonly string[]): Rejection =>
  reject('definitions.unknown-field', 'No condition can read these fields.', { fields: fields.join(', ') });
