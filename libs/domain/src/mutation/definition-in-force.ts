import type { Definition, Fields } from '@app/workflow';
import { contextFields } from './case-context.js';
import type { MoveType } from './events.js';
import { reject } from './refusals.js';

/** A published definition with its hash. */
export type Loaded = Readonly<{ definition: Definition; hash: string }>;

/** Which definition a kind of move runs on. To add a kind of move, add a row (docs/how-to/add-a-kind-of-move.md). */
export const definitionIds: Readonly<Record<MoveType, string>> = { INTERNAL_ROTATION: 'internal-rotation' };

/** By definition: what the conditions of a transfer may ask. */
export const definitionFields: Readonly<Record<string, Fields>> = Object.fromEntries(
  Object.values(definitionIds).map((id) => [id, contextFields]),
);

/** The newest version of the definition of a kind of move, of those that were loaded. */
export const definitionsInForce =
  (loaded: readonly Loaded[]) =>
  (moveType: MoveType): Loaded => {
    const versions = loaded.filter(({ definition }) => definition.id === definitionIds[moveType]);
    const newest = versions.toSorted((a, b) => b.definition.version - a.definition.version)[0];
    if (!newest) throw reject('mutation.move-type-unknown', 'No definition is published for this kind of move.', { moveType });
    return newest;
  };
