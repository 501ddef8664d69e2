import { verifyChain } from '@app/event-store';
import { openPool } from '@app/event-store/adapters/pool';
import { proveProjection } from '@app/event-store/adapters/postgres-projection-proof';
import { type TestDatabase, testDatabase } from '@app/event-store/testing';
import { projections as catalogue } from '@app/domain/policies';
import { Health, Metrics, openLog, readConfig } from '@app/platform';
import { Closing } from '../../apps/worker/src/closing.js';
import { openDomain } from '../../apps/worker/src/domain.js';
import { openFoundation } from '../../apps/worker/src/foundation.js';
import { startProjections } from '../../apps/worker/src/projections.js';
import { startWorker } from '../../apps/worker/src/worker.js';
import { addPeople } from '../../apps/cli/src/commands/people.js';
import { runCommand } from '../support/alur-commands.js';
import { CaseDriver, ok } from '../support/case-driver.js';
import { Cast } from '../support/cast.js';
import { type RunningServer, startEventStoreDb } from '../support/eventstoredb/server.js';
import { type RunningAlur, startTestAlur } from '../support/running-alur.js';
import { tracesIn } from '../support/traces.js';

const log = openLog('error');
const closingAll = () => new Closing((what, error) => log.error({ err: error }, `closing ${what} failed`));

const proven = ['case_inbox', 'case_list', 'notices'];

/** What the worker's own process does. */
const startTestWorker = async (settings: Readonly<Record<string, string>>) => {
  const closing = closingAll();
  const foundation = await openFoundation(readConfig(settings, {}), log, closing);
  const projections = await startProjections(foundation);
  const domain = await openDomain(foundation, projections);
  const { policies } = await startWorker({ foundation, domain, projections, health: new Health(), metrics: new Metrics() });
  return { foundation, projections, policies, close: () => closing.close() };
};

describe('Alur with its events in an EventStoreDB and its read models in PostgreSQL', () => {
  let server: RunningServer;
  let database: TestDatabase;
  let settings: Readonly<Record<string, string>>;
  let alur: RunningAlur;
  let worker: Awaited<ReturnType<typeof startTestWorker>>;
  let driver: CaseDriver;
  let cast: Cast;
  let id: string;

  beforeAll(async () => {
    server = await startEventStoreDb();
    database = await testDatabase();
    settings = {
      DATABASE_URL: database.connectionString,
      EVENTSTORE_URL: server.connectionString,
      ALUR_MASTER_KEY: '7'.repeat(64),
      LOG_LEVEL: 'error',
    };
    alur = await startTestAlur(settings);
    worker = await startTestWorker(settings);
    cast = new Cast(alur.url);
    driver = new CaseDriver(cast);
  }, 240_000);
  afterAll(async () => {
    await worker?.close();
    await alur?.close();
    await server?.close();
    await database?.close();
  }, 30_000);

  /** The cases that wait for somebody. The client asks for the read models as they are after what was written last. */
  const inboxOf = async (username: string) =>
    ok(await (await cast.as(username)).get('/inbox?limit=100'))
      .body.list('items')
      .map((item) => item.text('proposalId'));

  it('takes a proposal through a decision, and who asks for his own write sees it in the inbox', async () => {
    const [post] = await cast.vacantPostsOf('kepala.tujuan');
    id = await driver.drafted(await cast.idOf('asn'), post?.text('id') ?? '');
    await driver.submitted(id);
    expect(await inboxOf('kepala.tujuan')).toContain(id);
    await driver.decide('kepala.tujuan', id, 'acceptance', 'approve');
    expect(await inboxOf('kepala.tujuan')).not.toContain(id);
    expect(await inboxOf('asn')).toContain(id);
  }, 60_000);

  it('reacts to what happened, and has every event in the event store and none in the database', async () => {
    await worker.policies.settle(30_000);
    const { pool, store } = worker.foundation;
    expect(server.log.all.every(({ stream }) => stream.startsWith('kepahiang.'))).toBe(true);
    expect(await store.head()).toBe(String(server.log.all.at(-1)?.position));
    const { rows } = await pool.query<{ log: string | null }>(`select to_regclass('es.events')::text as log`);
    expect(rows[0]?.log).toBeNull();
    const told = server.log.all.filter(({ stream }) => stream.startsWith('kepahiang.notice'));
    expect(told.length).toBeGreaterThan(0);
  }, 60_000);

  it('goes on where it was after the event store was restarted and its subscriptions were dropped', async () => {
    server.dropSubscriptions();
    await server.restart();
    await driver.decide('asn', id, 'consent', 'approve', 'Setuju');
    expect(await inboxOf('asn')).not.toContain(id);
    await worker.policies.settle(30_000);
  }, 60_000);

  it('says of a write that nobody knows whether it was recorded while the event store is away, has the lists there, and takes the same key again', async () => {
    await server.down();
    const verifier = await cast.as('verifikator');
    const send = () =>
      verifier.post(
        `/proposals/${id}/comments`,
        { text: 'Berkas fisik sudah diterima' },
        { 'idempotency-key': 'while-it-is-away' },
      );
    const lost = send();
    const health = await fetch(`${alur.url}/health/ready`);
    expect(await health.json()).toMatchObject({ status: 'degraded', checks: { 'event-store': { status: 'degraded' } } });
    expect(await inboxOf('asn')).not.toContain(id);
    const { status, body, headers } = await lost;
    await server.restart();
    expect([status, body.text('code'), headers.get('retry-after')]).toEqual([503, 'store.unavailable', '5']);
    expect((await send()).status).toBeLessThan(300);
    const timeline = ok(await verifier.get(`/proposals/${id}/timeline?limit=200`)).body.list('items');
    expect(timeline.filter((item) => JSON.stringify(item.value).includes('Berkas fisik'))).toHaveLength(1);
  }, 90_000);

  it('has whole chains of hashes, and read models that equal a rebuild', async () => {
    const { store, pool, sharedLog } = worker.foundation;
    const streams = [...new Set(server.log.all.map(({ stream }) => stream))];
    const sample = streams.filter((stream, n) => stream.endsWith(id) || n % 100 === 0);
    for (const stream of sample) expect(await verifyChain(store.read(stream))).toMatchObject({ intact: true });
    await worker.projections.waitFor((await store.head()) ?? '', undefined, 30_000);
    const parts = { pool, log: sharedLog, compare: store.compare.bind(store) };
    const proofs = [];
    for (const projection of catalogue.filter(({ name }) => proven.includes(name)))
      proofs.push(await proveProjection(parts, projection));
    expect(proofs.map(({ name }) => name).sort()).toEqual([...proven].sort());
    expect(proofs.filter(({ different }) => different > 0)).toEqual([]);
    expect(proofs.some(({ rows }) => rows > 0)).toBe(true);
  }, 120_000);

  it('shows the operator how far each read model is', async () => {
    const { body } = ok(await (await cast.as('admin')).get('/projections'));
    expect(body.list('items').every((item) => item.number('lag') === 0)).toBe(true);
  });

  it('forgets a person there as well', async () => {
    const { pool, vault } = worker.foundation;
    const { rows } = await pool.query<{ id: string; nip: string }>(
      `select id, nip from rm.staffing_people where status = 'active' and post in (select id from rm.staffing_posts where office is null)
         and id not in (select person from rm.identity_grants) order by nip limit 1`,
    );
    const { id: person = '', nip = '' } = rows[0] ?? {};
    const officer = await cast.as('verifikator');
    const from = new Date().toISOString().slice(0, 10);
    ok(await officer.post(`/employees/${person}/status`, { status: 'retired', from, letter: 'SK 800/1/2026' }));
    const people = (...words: readonly string[]) => runCommand(settings, addPeople, 'people', ...words);
    await people('retention', '--years', '0', '--source', 'JRA 5/2026');
    const done = await people('forget', nip, '--reason', 'Permohonan 800/7/2026', '--by', 'admin', '--yes');
    expect([done.failed, done.said.at(-1)]).toEqual([false, expect.stringContaining('is forgotten')]);
    expect(await tracesIn(database.connectionString, [nip])).toEqual([]);
    expect((await vault.keysOf([person])).size).toBe(0);
    const own = server.log.all.filter(({ stream }) => stream.endsWith(`person-${person}`));
    expect(own.slice(-2).map(({ type }) => type)).toEqual(['PersonForgotten', 'PersonalDataErased']);
    expect(await verifyChain(worker.foundation.store.read(own[0]?.stream ?? ''))).toMatchObject({ intact: true });
  }, 120_000);

  it('does not start on that database with another log, nor without the event store', async () => {
    const start = async (changed: Readonly<Record<string, string>>) => {
      const closing = closingAll();
      await openFoundation(readConfig({ ...settings, ...changed }, {}), log, closing).finally(() => closing.close());
    };
    await expect(start({ EVENTSTORE_URL: '' })).rejects.toThrow('EVENTSTORE_URL is not set');
    const other = await testDatabase();
    const pool = openPool({ connectionString: other.connectionString, max: 1, name: 'spec' });
    await pool.query('create schema es');
    await pool.query('create table es.events (position bigint, stream text)');
    await pool.query(`insert into es.events values (1, 'kepahiang.clock')`);
    await pool.end();
    await expect(start({ DATABASE_URL: other.connectionString })).rejects.toThrow('lie in the database itself');
    await other.close();
  }, 60_000);
});
