import { Rejection } from '@app/decider';
import { type ProjectionRunner } from '@app/event-store';
import type { Log } from '@app/platform';
import type { RebuildStarted } from './responses.js';

/** Rebuilds that go on after their request was answered. */
export class Rebuilds {
  constructor(
    private readonly runner: ProjectionRunner,
    private readonly log: Log,
  ) {}

  /** @throws Rejection `read-models.unknown` (missing) */
  async begin(name: string): Promise<RebuildStarted> {
    const generations = (await this.runner.status()).filter((status) => status.name === name).map(({ generation }) => generation);
    if (generations.length === 0)
      throw new Rejection('missing', 'read-models.unknown', 'There is no read model of that name.', { name });
    void this.runner
      .rebuild(name)
      .catch((error: unknown) => this.log.error({ err: error, projection: name }, 'a rebuild failed; the present one goes on'));
    return { name, generation: Math.max(...generations) + 1 };
  }
}
