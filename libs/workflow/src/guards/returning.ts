import type { Rejection } from '@app/decider';
import { reject } from '../refusals.js';
import type { At } from '../state.js';

/** Whether a case may go into another round; what can be done instead stands in the refusal. */
export const whyNotAgain = ({ state: { definition, round }, open }: At): Rejection | undefined => {
  const { rounds } = definition;
  if (rounds === undefined || round < rounds) return undefined;
  const { verbs, kind } = open.definition;
  const decisions = (['approve', 'reject'] as const).filter((verb) => verbs[verb] !== undefined);
  const instead = kind === 'external' ? ['record-answer'] : decisions;
  return reject('workflow.rounds-exhausted', 'It can be returned no more.', { stage: open.stage, rounds, instead });
};
