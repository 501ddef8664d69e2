import { randomUUID } from 'node:crypto';
import type { Message } from '@app/decider';
import { Codec } from '../codec.js';
import type { NewEvent } from '../event-store.js';
import { projection } from '../projection.js';
import { SharedLog } from '../shared-log.js';
import { testDatabase } from '../testing/test-database.js';
import { MemoryKeyVault } from './memory-keys.js';
import { openPool } from './pool.js';
import { openPostgresEventStore } from './postgres.js';
import { openPostgresProjections } from './postgres-projections.js';

type Paid = Message<'Paid', { amount: number }>;

const payments = projection<Readonly<{ account: string; amount: number }>, Paid>({
  name: 'payments',
  version: 1,
  columns: { account: 'text', amount: 'integer' },
  appends: true,
  key: ({ id }) => id,
  on: { Paid: (_, { stream, data }) => ({ account: stream, amount: data.amount }) },
});

const paid = (amount: number): NewEvent => {
  const id = randomUUID();
  const because = { actor: 'ana', commandId: id, correlationId: id, causationId: id };
  const metadata = { ...because, at: '', tenant: 'test', hash: '', previousHash: '' };
  return { id, type: 'Paid', version: 1, data: { amount }, metadata };
};

describe('a read model that only grows', () => {
  it('has a row for every event, also after a restart and a rebuild', async () => {
    const { connectionString, close } = await testDatabase();
    const store = await openPostgresEventStore({ connectionString });
    const log = new SharedLog(store, new Codec(new MemoryKeyVault()));
    const pool = openPool({ connectionString, max: 1, name: 'spec' });
    const open = () => openPostgresProjections({ connectionString, store, log, projections: [payments] });
    const amounts = async () =>
      (await pool.query<Readonly<{ amount: number }>>('select amount from rm.payments order by amount')).rows;
    try {
      const first = open();
      await first.start();
      await first.waitFor((await store.append('account', [paid(1), paid(2)], 'none')).position);
      await first.close();
      await store.append('account', [paid(3)], 1n);
      const second = open();
      await second.start();
      await second.waitFor((await store.append('account', [paid(4)], 2n)).position);
      expect(await amounts()).toEqual([1, 2, 3, 4].map((amount) => ({ amount })));
      await second.rebuild('payments');
      expect(await amounts()).toEqual([1, 2, 3, 4].map((amount) => ({ amount })));
      await second.close();
    } finally {
      await log.close();
      await store.close();
      await pool.end();
      await close();
    }
  });
});
