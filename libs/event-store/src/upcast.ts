import type { Message } from '@app/decider';

type Step = (data: never) => object;

/** For each event type, the steps from each old version to the one after it, oldest first. */
export type Upcasters = Readonly<Record<string, readonly Step[]>>;

/** The version new events are written at. It is counted, so that it cannot be forgotten. */
export const versionOf = (upcasters: Upcasters, type: string): number => (upcasters[type]?.length ?? 0) + 1;

/** Brings a stored event up to the version the code knows. */
export const upcast = (upcasters: Upcasters, stored: Message & Readonly<{ version: number }>): Message => ({
  type: stored.type,
  data: (upcasters[stored.type] ?? [])
    .slice(stored.version - 1)
    .reduce<object>((data, step) => step(data as never), stored.data as object),
});

/** A field with an entry about each of several people; the field `of` says by the same keys whom each is about. */
export type EachPersonal = Readonly<{ field: string; of: string }>;

/**
 * For each event type, the top-level fields of its data that are personal and are encrypted under the subject's key, or each of
 * its entries under the key of the person it is about.
 */
export type PersonalFields = Readonly<Record<string, readonly (string | EachPersonal)[]>>;
