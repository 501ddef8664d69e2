import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openPool } from '@app/event-store/adapters/pool';
import { addressOfRunning } from '@app/platform/adapters/embedded-postgres';
import { AlurProcess, alurCommand } from '../support/alur-process.js';
import { ok } from '../support/case-driver.js';
import { eventually } from '../support/eventually.js';
import { HttpClient } from '../support/http-client.js';
import { tracesIn } from '../support/traces.js';

const cli = fileURLToPath(new URL('../../dist/apps/cli/src/main.js', import.meta.url));

/** The event is recorded, and nobody comes to destroy the key, since another transaction holds its row: then everything dies. */
describe('kill -9 between the event that forgets somebody and the end of his key', () => {
  let dataDir: string;
  let alur: AlurProcess;
  let ordering: ChildProcess | undefined;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'alur-forget-'));
    alur = await AlurProcess.start(dataDir);
  }, 120_000);
  afterAll(async () => {
    ordering?.kill('SIGKILL');
    await alur?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }, 30_000);

  const query = async (text: string, ...values: readonly unknown[]): Promise<readonly Record<string, unknown>[]> => {
    const pool = openPool({ connectionString: addressOfRunning(dataDir), max: 1, name: 'spec' });
    try {
      return (await pool.query<Record<string, unknown>>(text, [...values])).rows;
    } finally {
      await pool.end();
    }
  };
  /** Whose name is in nobody else's. */
  const someone = async (): Promise<Readonly<{ id: string; name: string; nip: string }>> => {
    const [row] = await query(
      `select id, name, nip from rm.staffing_people one
       where status = 'active' and post in (select id from rm.staffing_posts where office is null)
         and id not in (select person from rm.identity_grants)
         and not exists (select from rm.staffing_people other where strpos(other.name, one.name) > 0 and other.id <> one.id)
       order by name limit 1`,
    );
    return { id: String(row?.['id']), name: String(row?.['name']), nip: String(row?.['nip']) };
  };
  const told = (id: string) =>
    query(
      `select type from es.events where stream like '%.person-' || $1 and type in ('PersonForgotten', 'PersonalDataErased') order by revision`,
      id,
    );
  const keys = (id: string) => query('select wrapped is not null as there from app.subject_keys where subject = $1', id);

  it('is completed after the next start, without being asked again', async () => {
    const { id, name, nip } = await someone();
    const officer = await HttpClient.anonymous(alur.url).signIn('verifikator');
    const from = new Date().toISOString().slice(0, 10);
    ok(await officer.post(`/employees/${id}/status`, { status: 'retired', from, letter: 'SK 800/1/2026' }));
    await alurCommand(dataDir, 'people', 'retention', '--years', '0', '--source', 'JRA 5/2026');

    const holding = openPool({ connectionString: addressOfRunning(dataDir), max: 1, name: 'holding' });
    holding.on('error', () => undefined); // its server is killed
    const held = await holding.connect();
    held.on('error', () => undefined);
    await held.query('begin');
    await held.query('select 1 from app.subject_keys where subject = $1 for update', [id]);

    const words = ['people', 'forget', nip, '--reason', 'Permohonan 800/7/2026', '--by', 'admin', '--yes'];
    ordering = spawn(process.execPath, [cli, ...words], {
      env: { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const lines: string[] = [];
    if (ordering.stdout)
      for await (const line of createInterface({ input: ordering.stdout })) {
        lines.push(line);
        if (line.startsWith('Recorded')) break;
      }
    expect(lines.at(-1)).toContain('Recorded');
    expect(await told(id)).toEqual([{ type: 'PersonForgotten' }]);
    expect(await keys(id)).toEqual([{ there: true }]);
    const gone = once(ordering, 'exit');
    ordering.kill('SIGKILL');
    await gone;
    await alur.crash({ database: true });
    held.release(true);
    await holding.end();

    alur = await AlurProcess.start(dataDir);
    await eventually(
      () => told(id),
      (events) => events.length === 2,
    );
    expect(await keys(id)).toEqual([{ there: false }]);
    expect(await tracesIn(addressOfRunning(dataDir), [name, nip])).toEqual([]);
    const again = await alurCommand(dataDir, ...words);
    expect([again.code, again.output]).toEqual([0, expect.stringContaining('was forgotten on')]);
    expect(await told(id)).toHaveLength(2);
    expect((await alurCommand(dataDir, 'verify')).output).toMatch(/ 0 broken/);
  }, 180_000);

  it('is completed by the command line itself, where nothing else runs', async () => {
    const { id, name, nip } = await someone();
    const officer = await HttpClient.anonymous(alur.url).signIn('verifikator');
    const from = new Date().toISOString().slice(0, 10);
    ok(await officer.post(`/employees/${id}/status`, { status: 'deceased', from, letter: 'SK 800/2/2026' }));
    await alur.stop();
    const done = await alurCommand(dataDir, 'people', 'forget', id, '--reason', 'Wafat', '--by', 'admin', '--yes');
    expect([done.code, done.output]).toEqual([0, expect.stringContaining('is forgotten')]);
    alur = await AlurProcess.start(dataDir);
    expect(await tracesIn(addressOfRunning(dataDir), [name, nip])).toEqual([]);
    expect(await told(id)).toHaveLength(2);
  }, 180_000);
});
