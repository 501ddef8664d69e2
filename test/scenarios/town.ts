/** For the scenarios: the small town with everything that follows from a case, the published matrix, and a definition to choose. */
import { join } from 'node:path';
import { loadAuthority } from '@app/domain/definitions';
import type { Definition, Holding } from '@app/workflow';
import { Rejection } from '@app/decider';
import { rotation } from '../../libs/domain/src/mutation/testing/rotation.js';
import { people } from '../../libs/domain/src/mutation/testing/small-town.js';
import { openWorld } from '../../libs/domain/src/policies/testing/world.js';

export { people, rotation };
export const folder = join(import.meta.dirname, '../../definitions');

/** A holder of an office, as the directory has him. */
export const held = (office: string, person: string, more: Partial<Holding> = {}): Holding => ({
  office,
  person,
  kind: 'definitive',
  ...more,
});

export const openTown = async (definition: Definition = rotation) => {
  const world = await openWorld(definition);
  world.facts.matrix = await loadAuthority(folder);
  await world.registerSari();
  return {
    ...world,
    decide: (id: string, stage: string, by: string, more: object = {}) =>
      world.proposals.decide(id, { stage, verdict: 'approve', reason: 'setuju', ...more }, world.as(by)),
    stateOf: async (id: string) => (await world.proposals.load(id)).state.workflow,
  };
};

/** What a doing was refused with. */
export const refusal = async (doing: Promise<unknown>): Promise<Rejection> => {
  const thrown = await doing.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (thrown instanceof Rejection) return thrown;
  throw new Error(`not refused: ${String(thrown)}`);
};
