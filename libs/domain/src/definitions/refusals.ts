import { type Rejection, rejections } from '@app/decider';
import type { DefinitionProblem } from '@app/workflow';

const reject = rejections({ 'definitions.unusable': 'invalid' });

/** A definition that may not be published, with everything that is wrong with it. */
export const unusable = (problems: readonly DefinitionProblem[]): Rejection =>
  reject('definitions.unusable', 'The definition cannot be used as it is.', { count: problems.length, problems });
