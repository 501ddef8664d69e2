import { randomUUID } from 'node:crypto';
import { type Decider, type Message } from '@app/decider';
import { Codec, openTransactor } from '@app/event-store';
import { MemoryKeyVault } from '@app/event-store/adapters/memory-keys';
import { openPostgresEventStore } from '@app/event-store/adapters/postgres';
import { addressOfRunning } from '@app/platform/adapters/embedded-postgres';
import { ok } from '../support/case-driver.js';
import { eventually } from '../support/eventually.js';
import { HttpClient, type Json } from '../support/http-client.js';
import { type RunningAlur, startTestAlur } from '../support/running-alur.js';

type Predicate = Message<'AnnualPredicateRecorded', Readonly<Record<string, unknown>>>;

/** Records what it is told, right or wrong: a bug of a version that was withdrawn. */
const careless: Decider<Predicate, Predicate, null> = { initial: null, decide: (command) => [command], evolve: () => null };

describe('an event that a read model cannot take', () => {
  let alur: RunningAlur;
  let admin: HttpClient;
  const person = randomUUID();

  const record = async (...years: readonly unknown[]): Promise<string> => {
    const store = await openPostgresEventStore({ connectionString: addressOfRunning(alur.dataDir) });
    const transactor = openTransactor({ store, codec: new Codec(new MemoryKeyVault()) });
    let last = '';
    for (const year of years) {
      const commandId = randomUUID();
      const at = new Date().toISOString();
      const data = { person, year, predicate: 'GOOD', source: 'e-Kinerja', at };
      const meta = { actor: 'system:test', commandId, correlationId: commandId, causationId: commandId, at, tenant: 'kepahiang' };
      const command = { type: 'AnnualPredicateRecorded', data } as const;
      last = (await transactor.transact(`kepahiang.performance-${person}`, careless, command, meta)).position ?? last;
    }
    await store.close();
    return last;
  };
  const list = async (path: string): Promise<readonly Json[]> => ok(await admin.get(path)).body.list('items');
  const named = (items: readonly Json[], name: string) => items.find((each) => each.text('name') === name);
  const metric = async (line: RegExp) => line.test(await (await fetch(`${alur.url}/metrics`)).text());

  beforeAll(async () => {
    alur = await startTestAlur();
    admin = await HttpClient.anonymous(alur.url).signIn('admin');
  }, 120_000);
  afterAll(() => alur.close(), 30_000);

  it('stops that one alone, and is told with its event and without its data', async () => {
    await record(2024, 'no year at all', 2025);
    const [incident] = await eventually(
      () => list('/operations/incidents'),
      (items) => items.length === 1,
    );
    expect(incident?.value).toMatchObject({
      ...{ kind: 'projection', name: 'performance_predicates', status: 'open', eventType: 'AnnualPredicateRecorded' },
      ...{ stream: `kepahiang.performance-${person}`, reason: null, by: null },
    });
    expect(incident?.text('error')).not.toContain('no year');
    expect(incident?.text('error')).toContain('22P02');
    const projections = await eventually(
      () => list('/projections'),
      (items) => items.filter((each) => each.number('lag') === 0).length === items.length - 1,
    );
    expect(named(projections, 'performance_predicates')?.value).toMatchObject({ status: 'stopped', owner: expect.any(String) });
    expect(named(projections, 'performance_predicates')?.number('lag')).toBeGreaterThanOrEqual(2);
    expect(named(projections, 'performance_predicates')?.number('age')).toBeGreaterThanOrEqual(0);
    expect((await list('/operations/policies')).length).toBeGreaterThan(3);
    expect(await metric(/^alur_incidents_open\{kind="projection"\} 1$/m)).toBe(true);
    expect(await metric(/^alur_projection_lag_events\{name="performance_predicates"\} [1-9]/m)).toBe(true);
    expect(await metric(/^alur_projection_age_seconds\{name="staffing_people"\} 0$/m)).toBe(true);
  });

  it('stays in the way when it is tried again, and is nobody’s business but the administrator’s', async () => {
    const [incident] = await list('/operations/incidents');
    const address = `/operations/incidents/${incident?.text('id')}/resolution`;
    expect(ok(await admin.post(address, { choice: 'retry' })).body.value).toMatchObject({ settled: false });
    const other = await HttpClient.anonymous(alur.url).signIn('kepala.asal');
    expect((await other.post(address, { choice: 'retry' })).status).toBe(403);
    expect((await other.get('/operations/incidents')).status).toBe(403);
    expect((await other.get('/operations/policies')).status).toBe(403);
    expect((await other.post('/projections/staffing_people/cancellation', {})).status).toBe(403);
    expect((await admin.post(address, { choice: 'skip' })).body.text('code')).toBe('operations.reason-missing');
    expect((await admin.post(address, { choice: 'forget' })).status).toBe(400);
    expect((await admin.post('/operations/incidents/projection.nothing.x/resolution', { choice: 'retry' })).status).toBe(404);
    expect((await admin.post('/projections/nothing/cancellation', {})).status).toBe(404);
  });

  it('is skipped for a reason that is kept, and the rest is caught up', async () => {
    const [incident] = await list('/operations/incidents');
    const address = `/operations/incidents/${incident?.text('id')}/resolution`;
    const reason = 'Tahun salah ketik, dicatat ulang.';
    expect(ok(await admin.post(address, { choice: 'skip', reason })).body.value).toMatchObject({ settled: true });
    const projections = await eventually(
      () => list('/projections'),
      (items) => items.every((each) => each.number('lag') === 0),
    );
    expect(named(projections, 'performance_predicates')?.value).toMatchObject({ status: 'live', error: null });
    expect(await list('/operations/incidents')).toEqual([]);
    const me = ok(await admin.get('/me')).body.text('person', 'id');
    expect((await list('/operations/incidents?status=settled')).map((each) => each.value)).toMatchObject([
      { name: 'performance_predicates', status: 'skipped', reason, by: me, eventId: incident?.text('eventId') },
      { name: 'performance_predicates', status: 'retried', by: me },
    ]);
    expect((await admin.post(address, { choice: 'retry' })).status).toBe(404);
  });

  it('is skipped in a rebuild as well', async () => {
    const before = named(await list('/projections'), 'performance_predicates')?.number('generation') ?? 0;
    expect((await admin.post('/projections/performance_predicates/rebuild', {})).status).toBe(202);
    await eventually(
      () => list('/projections'),
      (items) => (named(items, 'performance_predicates')?.number('generation') ?? 0) > before,
    );
    expect(named(await list('/projections'), 'performance_predicates')?.value).toMatchObject({ status: 'live', lag: 0 });
  });
});
