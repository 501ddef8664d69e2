import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPool } from '@app/event-store/adapters/pool';
import { addressOfRunning } from '@app/platform/adapters/embedded-postgres';
import { AlurProcess, alurCommand } from '../support/alur-process.js';
import { ok } from '../support/case-driver.js';
import { eventually } from '../support/eventually.js';
import { HttpClient } from '../support/http-client.js';

const program = fileURLToPath(new URL('../../dist/apps/cli/src/main.js', import.meta.url));

/** From one embedded Alur into an empty one, with everybody's name, and back out of it again; each step is killed half-way once. */
describe('events that move from one Alur to another', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alur-moving-'));
  const [source, target] = [join(folder, 'source'), join(folder, 'target')];
  const [out, back] = [join(folder, 'out.ndjson'), join(folder, 'back.ndjson')];
  let alur: AlurProcess;

  const started = (dataDir: string, ...args: readonly string[]): ChildProcess =>
    spawn(process.execPath, [program, ...args], { env: { ...process.env, DATA_DIR: dataDir }, stdio: 'ignore' });
  /** `kill -9` as soon as something is so. Fails where it is over before. */
  const killedOnce = async (child: ChildProcess, isSo: () => Promise<boolean> | boolean) => {
    const gone = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));
    while (child.exitCode === null && !(await isSo()));
    child.kill('SIGKILL');
    expect(await gone).toBe('SIGKILL');
  };
  const eventsIn = async (dataDir: string): Promise<number> => {
    if (!existsSync(join(dataDir, 'postgres.json'))) return 0;
    const pool = openPool({ connectionString: addressOfRunning(dataDir), max: 1, name: 'moving' });
    try {
      return (await pool.query<{ n: number }>('select count(*)::int as n from es.events')).rows[0]?.n ?? 0;
    } catch {
      return 0; // not up yet
    } finally {
      await pool.end();
    }
  };
  const headsIn = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? '');

  beforeAll(async () => {
    alur = await AlurProcess.start(source);
  }, 120_000);
  afterAll(async () => {
    await alur.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);

  it('out of a store that is in use', async () => {
    await killedOnce(
      started(source, 'events', 'export', out, '--with-keys'),
      () => existsSync(`${out}.partial`) && statSync(`${out}.partial`).size > 0,
    );
    expect(existsSync(out)).toBe(false);
    const { code, output } = await alurCommand(source, 'events', 'export', out, '--with-keys');
    expect([code, output]).toEqual([0, expect.stringContaining('events in')]);
    expect(existsSync(`${out}.partial`)).toBe(false);
  }, 120_000);

  it('into an empty one with the same master key, on after a crash, and every stream is whole', async () => {
    const key = readFileSync(join(source, 'master.key'), 'utf8').trim();
    process.env['ALUR_MASTER_KEY'] = key; // as the shell of an operator would have it
    await killedOnce(started(target, 'events', 'import', out, '--with-keys'), async () => (await eventsIn(target)) > 50);
    const { code, output } = await alurCommand(target, 'events', 'import', out, '--with-keys');
    expect([code, output]).toEqual([0, expect.stringMatching(/^[1-9]\d* events written, [1-9]\d* were there already$/m)]);
    expect(output).toContain('0 wrong');
  }, 120_000);

  it('back out of that, with the same hashes for every stream', async () => {
    expect(await alurCommand(target, 'events', 'export', back, '--with-keys')).toMatchObject({ code: 0 });
    expect(headsIn(back)).toMatchObject({ heads: (headsIn(out) as { heads: string }).heads });
  }, 120_000);

  it('and people are known there by their names', async () => {
    const moved = await AlurProcess.start(target, { DEMO: '1' });
    try {
      const verified = await alurCommand(target, 'verify', '--read-models');
      expect([verified.code, verified.output]).toEqual([0, expect.stringContaining('every read model equals a rebuild')]);
      const names = async (dataDir: string) => {
        const pool = openPool({ connectionString: addressOfRunning(dataDir), max: 1, name: 'moving' });
        return pool
          .query<{ name: string }>('select name from rm.staffing_people order by id')
          .then(({ rows }) => rows.map(({ name }) => name))
          .finally(() => pool.end());
      };
      const there = await eventually(
        () => names(target),
        (found) => found.length > 100,
      );
      expect(there).toEqual(await names(source));
      // It is no demo, whatever DEMO says: the account of the demo is unknown.
      const login = await HttpClient.anonymous(moved.url).post('/session', { username: 'admin', password: 'kepahiang' });
      expect(login.status).toBe(401);
      ok(await HttpClient.anonymous(alur.url).post('/session', { username: 'admin', password: 'kepahiang' }), 201);
    } finally {
      await moved.stop();
    }
  }, 120_000);
});
