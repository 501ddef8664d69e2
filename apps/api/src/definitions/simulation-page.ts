import type { Play, TriedOut, Wish } from '@app/domain/definitions';
import { invalidFields } from '@app/platform';
import { wrong } from '../http/validation.js';
import type { SimulationRequest } from './requests.js';
import type { SimulationResponse } from './responses.js';

const plays: readonly Play[] = ['approve', 'reject', 'return', 'silence'];
const MOST_HOLDERS = 100;

/**
 * What was asked for, as the domain takes it.
 * @throws Refusal 400 for what is no way to act, or no number of people
 */
export const scriptOf = ({ dossier, as, plays: wished, holders, seed = 1 }: SimulationRequest): Wish => ({
  seed,
  ...(dossier && { dossier }),
  ...(as !== undefined && { as }),
  ...(wished && { plays: Object.fromEntries(Object.entries(wished).map(([stage, play]) => [stage, playOf(stage, play)])) }),
  ...(holders && { holders: Object.fromEntries(Object.entries(holders).map(([role, count]) => [role, countOf(role, count)])) }),
});

const playOf = (stage: string, play: unknown): Play => {
  const known = plays.find((each) => each === play);
  const message = `must be one of the following values: ${plays.join(', ')}`;
  if (!known) throw invalidFields([{ field: `plays.${stage}`, code: 'field.is-in', message }]);
  return known;
};

const countOf = (role: string, count: unknown): number => {
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 0 || count > MOST_HOLDERS)
    throw wrong(`holders.${role}`, 'is-int');
  return count;
};

export const simulated = ({ context, as, simulation }: TriedOut): SimulationResponse => ({
  outcome: simulation.outcome,
  workingDays: simulation.workingDays,
  as,
  context: { ...context },
  steps: simulation.steps.map(({ what, stage, title, on, role, outcome, because, dueOn }) => ({
    what,
    stage,
    title: title ?? null,
    on,
    role: role ?? null,
    outcome: outcome ?? null,
    because: because ?? null,
    dueOn: dueOn ?? null,
  })),
  stuck: [...(simulation.stuck ?? [])],
});
