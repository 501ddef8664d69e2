import { randomUUID } from 'node:crypto';
import type { Decider, Message } from '@app/decider';
import { startEventStoreDb } from '../../../../test/support/eventstoredb/server.js';
import { openTransactor } from '../cached-transactor.js';
import { Codec } from '../codec.js';
import { verifyChain } from '../hash.js';
import { openEventStoreDb } from './eventstoredb.js';
import { MemoryKeyVault } from './memory-keys.js';

type Counted = Message<'Counted', Readonly<{ n: number }>>;
const counting: Decider<Counted, Counted, number> = {
  initial: 0,
  decide: (command) => [command],
  evolve: (sum, { data }) => sum + data.n,
};
const count = (n: number): Counted => ({ type: 'Counted', data: { n } });

const metaOf = (commandId: string, second: number) => ({
  ...{ actor: 'ana', tenant: 'spec', commandId, correlationId: commandId, causationId: commandId },
  at: `2026-03-02T09:00:0${second}.000Z`,
});

describe('two processes with their events in an EventStoreDB', () => {
  it('that carry out one command at the same moment record it once, and both go on from what was recorded', async () => {
    const server = await startEventStoreDb();
    const stores = [1, 2].map(() => openEventStoreDb({ connectionString: server.connectionString }));
    const processes = stores.map((store) =>
      openTransactor({ store, codec: new Codec(new MemoryKeyVault(), { personalFields: {} }) }),
    );
    try {
      for (let round = 0; round < 5; round += 1) {
        const [stream, command] = [`spec-${randomUUID()}`, randomUUID()];
        const outcomes = await Promise.all(
          processes.map((process, n) => process.transact(stream, counting, count(1), metaOf(command, n))),
        );
        expect(outcomes.filter(({ repeated }) => repeated)).toHaveLength(1);
        expect(outcomes[0]?.events).toMatchObject([
          { id: outcomes[1]?.events[0]?.id, metadata: outcomes[1]?.events[0]?.metadata },
        ]);
        for (const process of processes) await process.transact(stream, counting, count(10), metaOf(randomUUID(), 2));
        expect(await verifyChain(stores[0]?.read(stream) ?? [])).toMatchObject({ intact: true, events: 3 });
      }
    } finally {
      await Promise.all(stores.map((store) => store.close()));
      await server.close();
    }
  });
});
