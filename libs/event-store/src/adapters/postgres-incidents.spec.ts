import { randomUUID } from 'node:crypto';
import type { Message } from '@app/decider';
import type pg from 'pg';
import { chained } from '../chain.js';
import { Codec } from '../codec.js';
import type { EventStore } from '../event-store.js';
import { type Incidents, NoIncident } from '../incidents.js';
import { policy, type PolicyRunner } from '../policy.js';
import { projection } from '../projection.js';
import type { ProjectionRunner } from '../projection-runner.js';
import { SharedLog } from '../shared-log.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { MemoryKeyVault } from './memory-keys.js';
import { openPool } from './pool.js';
import { openPostgresEventStore } from './postgres.js';
import { openPostgresIncidents } from './postgres-incidents.js';
import { openPostgresPolicies } from './postgres-policies.js';
import { proveProjection } from './postgres-projection-proof.js';
import { openPostgresProjections } from './postgres-projections.js';

type Event = Message<'Counted', { n: number }>;
type Row = Readonly<{ sum: number }>;

const sums = (name: string, poison?: number) =>
  projection<Row, Event>({
    name,
    version: 1,
    columns: { sum: 'integer' },
    key: ({ stream }) => stream,
    on: {
      Counted: (row, { data: { n } }) => {
        if (n === poison) throw new Error(`${n} is poison`);
        return { sum: (row?.sum ?? 0) + n };
      },
    },
  });
const [sound, brittle] = [sums('sound'), sums('brittle', 13)];

describe('incidents', () => {
  let database!: TestDatabase;
  let store!: EventStore;
  let log!: SharedLog;
  let pool!: pg.Pool;
  let runner!: ProjectionRunner;
  let policies!: PolicyRunner;
  let incidents!: Incidents;
  let refusing = true;
  const handled: number[] = [];

  const count = async (stream: string, ...numbers: readonly number[]): Promise<string> => {
    const commandId = randomUUID();
    const metadata = {
      actor: 'x',
      commandId,
      correlationId: commandId,
      causationId: commandId,
      at: '2026-01-05T02:00:00Z',
      tenant: 't',
    };
    const drafts = numbers.map((n) => ({ id: randomUUID(), type: 'Counted', version: 1, data: { n } }));
    return (await store.append(stream, chained(drafts, { stream, revision: 0n, previousHash: '', metadata }), 'none')).position;
  };
  const sumIn = async (name: string, stream: string) =>
    (await pool.query<Row>(`select sum from rm.${name} where key = $1`, [stream])).rows[0]?.sum;

  beforeAll(async () => {
    database = await testDatabase();
    const { connectionString } = database;
    store = await openPostgresEventStore({ connectionString });
    log = new SharedLog(store, new Codec(new MemoryKeyVault()));
    pool = openPool({ connectionString, max: 3, name: 'incidents' });
    runner = openPostgresProjections({ connectionString, store, log, projections: [sound, brittle] });
    await runner.start();
    const unlucky = policy<Event, undefined>({
      name: 'unlucky',
      on: {
        Counted: async ({ data: { n } }) => {
          if (n === 4 && refusing) throw new Error('four');
          handled.push(n);
        },
      },
    });
    policies = openPostgresPolicies({ connectionString, store, log, policies: [unlucky], deps: undefined, pauses: [1] });
    await policies.start();
    incidents = await openPostgresIncidents(pool, runner);
  });
  afterAll(async () => {
    await policies.close();
    await runner.close();
    await log.close();
    await pool.end();
    await store.close();
    await database.close();
  });

  it('of a read model are told with their event; the others go on; without the event it catches up, and in a rebuild as well', async () => {
    const position = await count('t.one', 1, 13, 2);
    await runner.waitFor(position, ['sound']);
    await expect(runner.waitFor(position, ['brittle'])).rejects.toThrow('not yet at');
    const [open, ...others] = await incidents.open();
    expect(others).toEqual([]);
    expect(open).toMatchObject({
      kind: 'projection',
      name: 'brittle',
      incident: { eventType: 'Counted', stream: 't.one', error: 'Error: 13 is poison' },
    });

    await incidents.resolve(open?.id ?? '', { choice: 'retry', reason: '', by: 'ana' });
    expect(await incidents.open()).toHaveLength(1);
    await incidents.resolve(open?.id ?? '', { choice: 'skip', reason: 'nobody’s', by: 'ana' });
    await runner.waitFor(position);
    expect([await incidents.open(), await sumIn('sound', 't.one'), await sumIn('brittle', 't.one')]).toEqual([[], 16, 3]);

    await runner.rebuild('brittle');
    expect(await sumIn('brittle', 't.one')).toBe(3);
    const parts = { pool, log, compare: (a: string, b: string) => store.compare(a, b) };
    expect(await proveProjection(parts, brittle)).toMatchObject({ different: 0 });
  });

  it('keep what was chosen, by whom and why, and nobody changes it', async () => {
    await pool.query(`update es.incident_resolutions set reason = 'forged'`);
    await pool.query('delete from es.incident_resolutions');
    expect(await incidents.resolved(10)).toMatchObject([
      { name: 'brittle', choice: 'skip', reason: 'nobody’s', by: 'ana', incident: { stream: 't.one' } },
      { name: 'brittle', choice: 'retry', by: 'ana' },
    ]);
    const [{ id } = { id: '' }] = await incidents.resolved(1);
    await expect(incidents.resolve(id, { choice: 'skip', reason: 'again', by: 'ana' })).rejects.toThrow(NoIncident);
  });

  it('of a policy are put aside, and tried again or left at the word of a person', async () => {
    await policies.waitFor(await count('t.two', 4, 5));
    await policies.waitFor(await count('t.three', 4, 6));
    const [two, three] = await incidents.open();
    expect([two, three]).toMatchObject([
      { kind: 'policy', name: 'unlucky', incident: { stream: 't.two', error: 'Error: four' } },
      { kind: 'policy', incident: { stream: 't.three' } },
    ]);
    expect(handled).toEqual(expect.arrayContaining([5, 6]));
    await incidents.resolve(two?.id ?? '', { choice: 'skip', reason: 'done by hand', by: 'budi' });
    expect(await incidents.open()).toHaveLength(1);

    refusing = false;
    await incidents.resolve(three?.id ?? '', { choice: 'retry', reason: 'mended', by: 'budi' });
    while ((await incidents.open()).length > 0);
    expect(handled.filter((n) => n === 4)).toEqual([4]);
  });

  it('a rebuild that is cancelled leaves what was live', async () => {
    const [before] = await runner.status();
    const rebuilding = runner.rebuild('sound');
    await expect(runner.rebuild('sound')).rejects.toThrow('already');
    await runner.cancel('sound');
    await expect(rebuilding).rejects.toThrow('cancelled');
    await runner.cancel('sound');
    expect((await runner.status())[0]).toMatchObject({ generation: before?.generation, state: 'live' });
    await runner.waitFor(await count('t.four', 1));
    await runner.rebuild('sound');
    expect(await sumIn('sound', 't.four')).toBe(1);
  });
});
