import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPool } from '@app/event-store/adapters/pool';
import { addressOfRunning } from '@app/platform/adapters/embedded-postgres';
import { AlurProcess } from '../support/alur-process.js';
import { ok } from '../support/case-driver.js';
import { eventually } from '../support/eventually.js';
import { HttpClient, Json } from '../support/http-client.js';
import { submitProposals } from '../support/proposals.js';

const cases = 3;
const hour = 3_600_000;

/** Jobs are copies of what the events say is due: without them nothing is lost, and with them again nothing is told twice. */
describe('every job deleted from the queue', () => {
  let dataDir: string;
  let alur: AlurProcess;
  /** The instants of the reminders before and after the due day of the three cases, which is the same. */
  let before: number;
  let after: number;

  const inDatabase = async (sql: string): Promise<readonly Json[]> => {
    const pool = openPool({ connectionString: addressOfRunning(dataDir), max: 1, name: 'queue-lost' });
    try {
      return (await pool.query<object>(sql)).rows.map((row) => new Json(row));
    } finally {
      await pool.end();
    }
  };
  const jobs = async () => (await inDatabase('select id from bullmq.job')).length;
  const emptyTheQueue = async () => (await inDatabase('delete from bullmq.job returning id')).length;
  const as = (username: string) => HttpClient.anonymous(alur.url).signIn(username);
  const moveClock = async (to: number) => ok(await (await as('admin')).post('/demo/clock', { to: new Date(to).toISOString() }));
  const told = async (code: string): Promise<readonly Json[]> =>
    ok(await (await as('kepala.tujuan')).get('/notifications?limit=200'))
      .body.list('items')
      .filter((notice) => notice.text('code') === code);
  const isToldOnceEach = async (code: string) => {
    await eventually(
      () => told(code),
      (notices) => notices.length >= cases,
    );
    const links = (await told(code)).map((notice) => notice.text('link'));
    expect([links.length, new Set(links).size]).toEqual([cases, cases]);
  };

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'alur-queue-'));
    alur = await AlurProcess.start(dataDir);
    const receiver = await as('kepala.tujuan');
    const agency = ok(await receiver.get('/me')).body.text('offices', 0, 'unit', 'id');
    const submitted = await submitProposals(await as('kepala.asal'), agency, cases);
    expect(submitted).toHaveLength(cases);
    await eventually(
      async () => ok(await receiver.get('/inbox')).body.list('items'),
      (items) => items.length === cases,
    );
    const instants = await inDatabase(
      `select distinct p->>'code' as code, p->>'at' as at from rm.due_instants, jsonb_array_elements(pending) p where kind = 'stage'`,
    );
    const instantOf = (code: string) =>
      Date.parse(instants.find((instant) => instant.text('code').startsWith(code))?.text('at') ?? '');
    [before, after] = [instantOf('before'), instantOf('after')];
  }, 120_000);

  afterAll(async () => {
    await alur?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }, 30_000);

  it('while it runs, and started again: every reminder goes out once', async () => {
    await moveClock(before - hour);
    await eventually(jobs, (count) => count >= cases);
    expect(await emptyTheQueue()).toBeGreaterThanOrEqual(cases);
    await alur.stop();
    alur = await AlurProcess.start(dataDir);
    expect(await told('stage-before')).toEqual([]);
    await moveClock(before + 1000);
    await isToldOnceEach('stage-before');
  }, 120_000);

  it('while it is down: every reminder goes out once, also after another start', async () => {
    await moveClock(after - hour);
    await eventually(jobs, (count) => count >= cases);
    await alur.crash({ database: false });
    expect(await emptyTheQueue()).toBeGreaterThanOrEqual(cases);
    alur = await AlurProcess.start(dataDir);
    await moveClock(after + 1000);
    await isToldOnceEach('stage-after');

    await alur.stop();
    alur = await AlurProcess.start(dataDir);
    await moveClock(after + hour);
    await isToldOnceEach('stage-after');
    await isToldOnceEach('stage-before');
  }, 120_000);
});
