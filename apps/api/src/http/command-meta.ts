import { createHash } from 'node:crypto';
import { v5 as uuidOf } from 'uuid';
import type { CommandMeta } from '@app/event-store';
import { type BusinessClock } from '@app/scheduling';
import type { Asked } from './asked.js';
import { freshId } from './fresh-id.js';

/** The same fields in another order are the same request. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
};

const government = uuidOf('alur:government', uuidOf.URL);

/** Makes of a request what its events will say of it: who, when, and under which id it is known for ever. */
export class CommandMetas {
  readonly #namespace: string;

  constructor(
    readonly tenant: string,
    private readonly clock: BusinessClock,
  ) {
    this.#namespace = uuidOf(tenant, government);
  }

  /**
   * @param step tells apart several commands of one request
   * @param subject whose key encrypts what is personal in the events
   */
  of(
    { caller, key, resource, content, requestId }: Asked,
    { subject, step = '' }: Readonly<{ subject?: string; step?: string }> = {},
  ): CommandMeta {
    // Ids of events follow from it, and are one of a kind in the whole log: so a key is not shared by two cases.
    const commandId = key === undefined ? freshId() : uuidOf(`${caller.person} ${resource} ${key} ${step}`, this.#namespace);
    return {
      actor: caller.person,
      commandId,
      correlationId: requestId,
      causationId: commandId,
      at: this.clock.now(),
      tenant: this.tenant,
      ...(subject !== undefined && { subject }),
      ...(key !== undefined && {
        commandHash: createHash('sha256')
          .update(JSON.stringify(sorted(content)))
          .digest('hex'),
      }),
    };
  }

  /** The business day. */
  today(): string {
    return this.clock.today();
  }

  /** The id of what a keyed request makes new: the same key, the same id. */
  newId({ caller, key, resource }: Asked, kind: string): string {
    return key === undefined ? freshId() : uuidOf(`${kind} ${caller.person} ${resource} ${key}`, this.#namespace);
  }
}
