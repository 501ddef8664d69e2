import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Codec, openTransactor } from '@app/event-store';
import { MemoryKeyVault } from '@app/event-store/adapters/memory-keys';
import { openPool } from '@app/event-store/adapters/pool';
import { openPostgresEventStore } from '@app/event-store/adapters/postgres';
import { addressOfRunning, startEmbeddedPostgres } from '@app/platform/adapters/embedded-postgres';
import { clockDecider } from '@app/scheduling';
import { randomUUID } from 'node:crypto';
import { AlurProcess, alurCommand } from '../support/alur-process.js';
import { ok } from '../support/case-driver.js';
import { eventually } from '../support/eventually.js';
import { HttpClient, Json } from '../support/http-client.js';
import { submitProposals } from '../support/proposals.js';

const cases = 2;
const hour = 3_600_000;

/** The machine is lost. A backup is restored on another one, days later. */
describe('a backup that is restored after the time went on', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alur-back-up-'));
  const [source, target] = [join(folder, 'source'), join(folder, 'target')];
  const file = join(folder, 'alur.backup');
  let alur: AlurProcess;
  let due: number;

  const as = (username: string) => HttpClient.anonymous(alur.url).signIn(username);
  const inDatabase = async (dataDir: string, sql: string): Promise<readonly Json[]> => {
    const pool = openPool({ connectionString: addressOfRunning(dataDir), max: 1, name: 'back-up' });
    try {
      return (await pool.query<object>(sql)).rows.map((row) => new Json(row));
    } finally {
      await pool.end();
    }
  };
  const notices = async () => ok(await (await as('kepala.tujuan')).get('/notifications?limit=200')).body.list('items');
  const coded = (items: readonly Json[], code: string) => items.filter((each) => each.text('code') === code);
  /** Time passes while Alur does not run: what the clock of the machine would do, by the clock of the demo. */
  const timePasses = async (dataDir: string, to: number) => {
    const postgres = await startEmbeddedPostgres({ folder: dataDir });
    const store = await openPostgresEventStore({ connectionString: postgres.url });
    const transactor = openTransactor({ store, codec: new Codec(new MemoryKeyVault()) });
    const id = randomUUID();
    const at = new Date().toISOString();
    const meta = { actor: 'system:clock', commandId: id, correlationId: id, causationId: id, at, tenant: 'kepahiang' };
    const command = { type: 'MoveClock', data: { to: new Date(to).toISOString(), real: at } } as const;
    await transactor.transact('kepahiang.clock', clockDecider, command, meta);
    await store.close();
    await postgres.stop();
  };

  beforeAll(async () => {
    alur = await AlurProcess.start(source);
    const agency = ok(await (await as('kepala.tujuan')).get('/me')).body.text('offices', 0, 'unit', 'id');
    expect(await submitProposals(await as('kepala.asal'), agency, cases)).toHaveLength(cases);
    await eventually(
      async () => ok(await (await as('kepala.tujuan')).get('/inbox')).body.list('items'),
      (items) => items.length === cases,
    );
    const [instant] = await eventually(
      () =>
        inDatabase(
          source,
          `select p->>'at' as at from rm.due_instants, jsonb_array_elements(pending) p where kind = 'stage' and p->>'code' like 'before%'`,
        ),
      (found) => found.length > 0,
    );
    due = Date.parse(instant?.text('at') ?? '');
  }, 120_000);

  afterAll(async () => {
    await alur.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);

  it('is made while Alur runs, and goes into an empty folder only', async () => {
    expect(await alurCommand(source, 'backup', file)).toMatchObject({
      code: 1,
      output: expect.stringContaining('--with-master-key'),
    });
    expect(await alurCommand(source, 'backup', file, '--with-master-key')).toMatchObject({ code: 0 });
    expect(await alurCommand(source, 'restore', file)).toMatchObject({
      code: 1,
      output: expect.stringContaining('is not empty'),
    });

    mkdirSync(target);
    writeFileSync(join(target, 'a-letter.txt'), 'mine');
    expect(await alurCommand(target, 'restore', file)).toMatchObject({
      code: 1,
      output: expect.stringContaining('is not empty'),
    });
    expect(readdirSync(target)).toEqual(['a-letter.txt']);
    rmSync(join(target, 'a-letter.txt'));
  }, 60_000);

  it('knows the accounts, cases, documents and names, and its read models equal a rebuild', async () => {
    const before = await notices();
    await alur.stop();
    const { code, output } = await alurCommand(target, 'restore', file);
    expect([code, output]).toEqual([0, expect.stringContaining('read models are made again')]);
    expect(await alurCommand(target, 'verify', '--read-models')).toMatchObject({
      code: 0,
      output: expect.stringContaining('every read model equals a rebuild'),
    });
    await timePasses(target, due + hour);

    alur = await AlurProcess.start(target);
    const [item] = ok(await (await as('kepala.tujuan')).get('/inbox')).body.list('items');
    expect(item?.text('employee', 'name')).toMatch(/\w+/);
    const proposal = ok(await (await as('kepala.asal')).get(`/proposals/${item?.text('proposalId')}`)).body;
    const paper = proposal.list('checklist').find((row) => row.at('document').value !== null);
    const got = await (
      await as('kepala.asal')
    ).get(`/proposals/${proposal.text('id')}/documents/${paper?.text('document', 'id')}`);
    expect(got.status).toBe(200);
    expect(before.length).toBeGreaterThan(0);
    expect((await notices()).map((each) => each.text('id'))).toEqual(
      expect.arrayContaining(before.map((each) => each.text('id'))),
    );
  }, 120_000);

  it('sends the reminder that fell due meanwhile once, and no notice twice', async () => {
    await eventually(notices, (items) => coded(items, 'stage-before').length >= cases);
    await alur.stop();
    alur = await AlurProcess.start(target);
    const items = await eventually(notices, (found) => coded(found, 'stage-before').length >= cases);
    expect(coded(items, 'stage-before')).toHaveLength(cases);
    const told = items.map((each) => `${each.text('code')} ${each.text('link')}`);
    expect(told).toEqual([...new Set(told)]);
  }, 120_000);
});
