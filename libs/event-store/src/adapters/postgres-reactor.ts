import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Position, Recorded } from '../event-store.js';
import { type AnyPolicy, reactionTo } from '../policy.js';
import { isUnreachable } from './postgres-errors.js';
import { type Advances, policyLedger } from './postgres-policy-ledger.js';
import { incidentOf } from './postgres-projection-step.js';

/** How many streams a policy works on at the same time. */
const atOnce = 64;

type Parts<Deps> = Readonly<{ policy: AnyPolicy<Deps>; deps: Deps; pauses: readonly number[]; pool: Pool; advances: Advances }>;

/** One policy and how far it has come. */
export class Reactor<Deps> {
  checkpoint: Position | undefined;
  private working: Promise<void> = Promise.resolve();

  constructor(private readonly parts: Parts<Deps>) {}

  get name(): string {
    return this.parts.policy.name;
  }

  /** Where a policy that the log has not met before begins. */
  async register(head: Position | undefined): Promise<Position | undefined> {
    const { policy, pool } = this.parts;
    const begin = policy.from === 'head' ? head : undefined;
    await policyLedger.register(pool, policy.name, begin);
    return begin;
  }

  /** Handles a batch and moves the checkpoint behind it. */
  take(events: readonly Recorded[], stop: AbortSignal): Promise<void> {
    return (this.working = this.handleAll(events, stop));
  }

  /** Resolves when the batch at hand is done with. */
  async atRest(): Promise<void> {
    await this.working.catch(() => undefined);
  }

  async tryAgain(event: Recorded): Promise<boolean> {
    const { policy, deps } = this.parts;
    try {
      await reactionTo(policy, event, deps)?.();
      return true;
    } catch {
      return false;
    }
  }

  private async handleAll(events: readonly Recorded[], stop: AbortSignal): Promise<void> {
    const { policy, deps, advances } = this.parts;
    const waiting = new Map<string, (() => Promise<void>)[]>();
    for (const event of events) {
      const react = reactionTo(policy, event, deps);
      if (!react) continue;
      const stream = policy.oneAtATime ? '' : event.stream;
      const queue = waiting.get(stream);
      const work = () => this.handle(event, react, stop);
      if (queue) queue.push(work);
      else waiting.set(stream, [work]);
    }
    const queues = waiting.values();
    const worker = async () => {
      for (const queue of queues) for (const work of queue) await work();
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, waiting.size) }, worker));
    const last = events.at(-1)?.position;
    if (last === undefined || stop.aborted) return;
    await advances.make(policy.name, this.checkpoint, last);
    this.checkpoint = last;
  }

  /** Tries until it works; what fails every time is put aside, so that it does not hold up everything after it. */
  private async handle(event: Recorded, react: () => Promise<void>, stop: AbortSignal): Promise<void> {
    const { policy, pauses, pool } = this.parts;
    for (let attempt = 0; !stop.aborted;) {
      try {
        return await react();
      } catch (error) {
        if (stop.aborted) return;
        const wait = isUnreachable(error) ? 500 : pauses[attempt]; // a server that is away is not the event's fault
        if (wait === undefined)
          return policyLedger.park(pool, policy.name, event.stream, event.revision, incidentOf(event, error));
        if (!isUnreachable(error)) attempt += 1;
        await pause(wait, undefined, { signal: stop }).catch(() => undefined);
      }
    }
  }
}
