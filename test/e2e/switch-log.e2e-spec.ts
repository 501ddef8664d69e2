import { Readable } from 'node:stream';
import { exportEvents, importEvents, linesOf, Unpacking } from '@app/event-store';
import { openEventStoreDb } from '@app/event-store/adapters/eventstoredb';
import { openPool } from '@app/event-store/adapters/pool';
import { openPostgresEventStore } from '@app/event-store/adapters/postgres';
import { type TestDatabase, testDatabase } from '@app/event-store/testing';
import { openLog, readConfig } from '@app/platform';
import { Closing } from '../../apps/worker/src/closing.js';
import { switchEventLog } from '../../apps/worker/src/event-log-switch.js';
import { openFoundation } from '../../apps/worker/src/foundation.js';
import { makeReadModels } from '../../apps/worker/src/projections.js';
import { CaseDriver, ok } from '../support/case-driver.js';
import { Cast } from '../support/cast.js';
import { type RunningServer, startEventStoreDb } from '../support/eventstoredb/server.js';
import { startTestAlur } from '../support/running-alur.js';

const tenant = 'kepahiang';

describe('an installation on PostgreSQL that goes on with its events in an EventStoreDB', () => {
  let database: TestDatabase;
  let server: RunningServer;
  let id: string;
  let title: string;

  const settings = (more: Readonly<Record<string, string>> = {}) => ({
    DATABASE_URL: database.connectionString,
    ALUR_MASTER_KEY: '7'.repeat(64),
    LOG_LEVEL: 'error',
    ...more,
  });
  const withStore = async <Result>(work: (store: ReturnType<typeof openEventStoreDb>) => Promise<Result>): Promise<Result> => {
    const store = openEventStoreDb({ connectionString: server.connectionString });
    return work(store).finally(() => store.close());
  };
  /** What `alur events export` and `import` do. */
  const moveEvents = async () => {
    const from = await openPostgresEventStore({ connectionString: database.connectionString });
    const texts: string[] = [];
    for await (const { text } of exportEvents({ store: from, tenant })) texts.push(text);
    await from.close();
    const parcel = await Unpacking.open(linesOf(Readable.from(texts.map((text) => Buffer.from(text)))));
    await withStore((store) => importEvents(parcel, { store, atOnce: 1 }));
  };
  const switched = () => withStore((to) => switchEventLog({ connectionString: database.connectionString, tenant, to }));
  /** As the command does after it. */
  const readModelsMade = async () => {
    const log = openLog('error');
    const closing = new Closing((what, error) => log.error({ err: error }, `closing ${what} failed`));
    try {
      const config = readConfig(settings({ EVENTSTORE_URL: server.connectionString }), {});
      return await makeReadModels(await openFoundation(config, log, closing));
    } finally {
      await closing.close();
    }
  };
  const query = async (text: string) => {
    const pool = openPool({ connectionString: database.connectionString, max: 1, name: 'spec' });
    const { rows } = await pool.query<Record<string, unknown>>(text).finally(() => pool.end());
    return rows;
  };

  beforeAll(async () => {
    [server, database] = await Promise.all([startEventStoreDb(), testDatabase()]);
    const alur = await startTestAlur(settings());
    try {
      const cast = new Cast(alur.url);
      const [post] = await cast.vacantPostsOf('kepala.tujuan');
      title = post?.text('title') ?? '';
      id = await new CaseDriver(cast).drafted(await cast.idOf('asn'), post?.text('id') ?? '');
      await expect(switched()).rejects.toThrow('Somebody is connected to the database');
    } finally {
      await alur.close();
    }
  }, 240_000);
  afterAll(async () => {
    await server?.close();
    await database?.close();
  }, 30_000);

  it('is not switched to a store that holds less than the database, and nothing is changed then', async () => {
    await expect(switched()).rejects.toThrow('The other store ends after 0 events');
    await moveEvents();
    await query(`create table kept as select * from es.events where position = (select max(position) from es.events)`);
    await query('delete from es.events where position = (select position from kept)');
    await expect(switched()).rejects.toThrow('The other store has more than the database');
    await query('insert into es.events select * from kept');
    await query('drop table kept');
    expect(await query('select name from app.event_log')).toEqual([{ name: 'postgresql' }]);
    await expect(startTestAlur(settings({ EVENTSTORE_URL: server.connectionString }))).rejects.toThrow('alur events switch');
  }, 60_000);

  it('keeps its people, papers and cases, and writes its events to the other store', async () => {
    const before = await query('select count(*)::int as events from es.events');
    await query(`insert into es.policy_checkpoints (name, checkpoint) values ('spec', '5')`);
    expect([{ events: await switched() }]).toEqual(before);
    const fifth = String(server.log.all[4]?.position);
    expect(await query(`select checkpoint from es.policy_checkpoints where name = 'spec'`)).toEqual([{ checkpoint: fifth }]);
    expect(await readModelsMade()).toBeGreaterThan(10);
    const alur = await startTestAlur(settings({ EVENTSTORE_URL: server.connectionString }));
    try {
      const cast = new Cast(alur.url);
      const head = await cast.as('kepala.asal');
      expect(ok(await head.get(`/proposals/${id}`)).body.text('to', 'post', 'title')).toBe(title);
      await new CaseDriver(cast).submitted(id);
      const listed = ok(await head.get('/proposals?limit=100')).body.list('items');
      expect(listed.map((item) => [item.text('id'), item.text('status')])).toContainEqual([id, 'submitted']);
    } finally {
      await alur.close();
    }
    expect(await query('select count(*)::int as events from es.events')).toEqual(before);
    await expect(switched()).rejects.toThrow('lie in an EventStoreDB already');
  }, 120_000);

  it('does not start without it again, nor with another one', async () => {
    await expect(startTestAlur(settings())).rejects.toThrow('EVENTSTORE_URL is not set');
    const another = await startEventStoreDb();
    await expect(startTestAlur(settings({ EVENTSTORE_URL: another.connectionString }))).rejects.toThrow(
      'ends before what this database has read',
    );
    await another.close();
  }, 60_000);
});
