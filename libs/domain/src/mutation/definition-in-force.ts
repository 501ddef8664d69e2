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

/** The version of a kind of move's definition that a new case starts on. */
export const definitionsInForce =
  (inForce: (id: string) => Loaded | undefined) =>
  (moveType: MoveType): Loaded => {
    const newest = inForce(definitionIds[moveType]);
    if (!newest) throw reject('mutation.move-type-unknown', 'No definition is published for this kind of move.', { moveType });
    return { definition: newest.definition, hash: newest.hash };
  };
