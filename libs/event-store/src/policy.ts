import type { Message } from '@app/decider';
import { v5 as uuidOf } from 'uuid';
import type { Position, Recorded } from './event-store.js';
import type { CommandMeta } from './transactor.js';

type EventOf<E extends Message, T extends E['type']> = Recorded<Extract<E, { type: T }>>;

/**
 * What is done because something happened: commands to other streams, mail.
 *
 * Durable: it goes on where it was, and every event is handled at least once, those of one stream in order. So what it
 * does must be repeatable. `meta` carries a command id made from the policy and the event, which makes a repeated
 * command harmless; a policy that sends several commands to one stream tells them apart with `stepOf`.
 */
export type Policy<E extends Message = Message, Deps = unknown> = Readonly<{
  /** Unique, and never changed: command ids are made from it. */
  name: string;
  /** A policy that is new to a log begins with what happens from now on (`head`), or with everything (the default). */
  from?: 'head' | 'beginning';
  /** Events of different streams may be handled at the same time, unless this is set. */
  oneAtATime?: boolean;
  on: { readonly [T in E['type']]?: (event: EventOf<E, T>, deps: Deps, meta: CommandMeta) => Promise<void> };
}>;

/** Any policy, for whoever runs them all alike. */
export type AnyPolicy<Deps> = Policy<never, Deps>;

/** Declares a policy, with its types checked. */
export const policy = <E extends Message, Deps>(definition: Policy<E, Deps>): Policy<E, Deps> => definition;

/** The meta of one of several commands that answer the same event. */
export const stepOf = (meta: CommandMeta, step: string): CommandMeta => ({ ...meta, commandId: uuidOf(step, meta.commandId) });

/** The meta of a command that answers an event: business time is that of the event. */
export const metaOfReaction = (name: string, { id, metadata }: Recorded): CommandMeta => ({
  actor: `system:${name}`,
  commandId: uuidOf(name, id),
  correlationId: metadata.correlationId,
  causationId: id,
  at: metadata.at,
  tenant: metadata.tenant,
});

/** What the policy does about an event; `undefined` if it does not care. */
export const reactionTo = <Deps>(
  { name, on }: AnyPolicy<Deps>,
  event: Recorded,
  deps: Deps,
): (() => Promise<void>) | undefined => {
  // The one place where the types of a policy are given up; events are matched to handlers by `type`.
  const handlers = on as Readonly<Record<string, (event: Recorded, deps: Deps, meta: CommandMeta) => Promise<void>>>;
  const handle = Object.hasOwn(handlers, event.type) ? handlers[event.type] : undefined;
  return handle && (() => handle(event, deps, metaOfReaction(name, event)));
};

export type PolicyStatus = Readonly<{
  name: string;
  /** Up to where every event was handled or parked; `undefined` at the beginning. */
  checkpoint: Position | undefined;
  /** Events that failed again and again and were put aside. */
  parked: number;
}>;

/** Runs policies over the log. Of several processes one does the work. */
export abstract class PolicyRunner {
  abstract start(): Promise<void>;

  /** Resolves once all policies have handled everything up to a position. @throws Lagging after `timeoutMs` (5 s by default) */
  abstract waitFor(position: Position, timeoutMs?: number): Promise<void>;

  /** Resolves once there is nothing left to react to, reactions to reactions included. @throws Lagging */
  abstract settle(timeoutMs?: number): Promise<void>;

  abstract status(): Promise<readonly PolicyStatus[]>;

  /** Tries the parked events again, and says how many are left. */
  abstract retryParked(): Promise<number>;

  abstract pause(): Promise<void>;
  abstract resume(): void;
  abstract close(): Promise<void>;
}
