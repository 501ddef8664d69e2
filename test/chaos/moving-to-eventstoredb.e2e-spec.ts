import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEventStoreDb } from '@app/event-store/adapters/eventstoredb';
import { testDatabase, type TestDatabase } from '@app/event-store/testing';
import { AlurProcess, alurCommand } from '../support/alur-process.js';
import { type RunningServer, startEventStoreDb } from '../support/eventstoredb/server.js';
import { Json } from '../support/http-client.js';

const program = fileURLToPath(new URL('../../dist/apps/cli/src/main.js', import.meta.url));

/** From the embedded store into EventStoreDB (its stand-in, over the wire) and back: the programs are those of an operator. */
describe('events that move from the embedded store to EventStoreDB and back', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alur-moving-'));
  const source = join(folder, 'source');
  const [out, back] = [join(folder, 'out.ndjson'), join(folder, 'back.ndjson')];
  let alur: AlurProcess;
  let server: RunningServer;
  let database: TestDatabase;

  const started = (...args: readonly string[]): ChildProcess =>
    spawn(process.execPath, [program, ...args], { env: { ...process.env, DATA_DIR: source }, stdio: 'ignore' });
  const trailerOf = (file: string) => new Json(JSON.parse(readFileSync(file, 'utf8').trimEnd().split('\n').at(-1) ?? ''));
  const countIn = async (): Promise<number> => {
    const store = openEventStoreDb({ connectionString: server.connectionString });
    try {
      let count = 0;
      for await (const batch of store.readAll(undefined, { streamPrefixes: ['kepahiang.'] })) count += batch.length;
      return count;
    } finally {
      await store.close();
    }
  };

  beforeAll(async () => {
    [alur, server, database] = await Promise.all([AlurProcess.start(source), startEventStoreDb(), testDatabase()]);
    expect(await alurCommand(source, 'events', 'export', out)).toMatchObject({ code: 0 });
  }, 120_000);
  afterAll(async () => {
    await Promise.all([alur.stop(), server.close(), database.close()]);
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);

  it('arrive, each once, though the import was killed half-way', async () => {
    const child = started('events', 'import', out, '--to', server.connectionString);
    const gone = new Promise<NodeJS.Signals | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));
    while (child.exitCode === null && (await countIn()) < 500);
    child.kill('SIGKILL');
    expect(await gone).toBe('SIGKILL');

    const { code, output } = await alurCommand(source, 'events', 'import', out, '--to', server.connectionString);
    expect([code, output]).toEqual([0, expect.stringMatching(/^[1-9]\d* events written, [1-9]\d* were there already$/m)]);
    expect(output).toContain('0 wrong');
    expect(await countIn()).toBe(trailerOf(out).number('events'));
  }, 180_000);

  it('come back into PostgreSQL, with the same hash at the end of every stream', async () => {
    expect(await alurCommand(source, 'events', 'export', back, '--from', server.connectionString)).toMatchObject({ code: 0 });
    expect(trailerOf(back).value).toMatchObject({
      heads: trailerOf(out).text('heads'),
      streams: trailerOf(out).number('streams'),
      events: trailerOf(out).number('events'),
    });
    const { code, output } = await alurCommand(source, 'events', 'import', back, '--to', database.connectionString);
    expect([code, output]).toEqual([0, expect.stringContaining(`heads ${trailerOf(out).text('heads')}`)]);
  }, 180_000);
});
