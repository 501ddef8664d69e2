import type { EventStore, Position } from '../event-store.js';
import type { Codec } from '../codec.js';
import { type AnyPolicy, reactionTo } from '../policy.js';

/** Runs policies to the end of the log, in order and in this process: for specifications and simulations. */
export class MemoryPolicies<Deps> {
  private seen: Position | undefined;

  constructor(
    private readonly parts: Readonly<{ store: EventStore; codec: Codec; policies: readonly AnyPolicy<Deps>[]; deps: Deps }>,
  ) {}

  /** Until there is nothing left to react to. @throws what a policy throws */
  async settle(): Promise<void> {
    const { store, codec, policies, deps } = this.parts;
    for (let quiet = false; !quiet;) {
      quiet = true;
      for await (const batch of store.readAll(this.seen)) {
        quiet = false;
        for (const event of await codec.decode(batch)) {
          for (const policy of policies) await reactionTo(policy, event, deps)?.();
          this.seen = event.position;
        }
      }
    }
  }
}
