import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

type Started = Readonly<{ npm: ChildProcess; url: string | undefined; said: () => string; ended: Promise<void> }>;

/** `npm start`, as from a terminal: a process group of its own. Resolves when it is ready or has ended. */
const npmStart = async (...args: readonly string[]): Promise<Started> => {
  const npm = spawn('npm', ['start', '--', '--port', '0', ...args], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  npm.stderr.on('data', (text: Buffer) => lines.push(text.toString()));
  const ended = new Promise<void>((resolve) => npm.once('close', () => resolve()));
  for await (const line of createInterface({ input: npm.stdout })) {
    lines.push(line);
    const url = /^ready: (\S+)/.exec(line)?.[1]?.replace('localhost', '127.0.0.1');
    if (!url) continue;
    npm.stdout.resume();
    return { npm, url, said: () => lines.join('\n'), ended };
  }
  await ended;
  return { npm, url: undefined, said: () => lines.join('\n'), ended };
};

/** A zombie that nobody collects is not alive. */
const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};

describe('npm start', () => {
  let parent = '';
  const groups: number[] = [];
  const data = () => join(parent, 'data');
  const postmaster = () => Number(readFileSync(join(data(), 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  const start = async (...args: readonly string[]) => {
    const started = await npmStart('--data-dir', data(), ...args);
    if (started.npm.pid) groups.push(started.npm.pid);
    return started;
  };

  beforeAll(() => {
    parent = mkdtempSync(join(tmpdir(), 'alur-start-')); // 0700: nobody else may enter it
  });

  afterAll(() => {
    for (const group of groups) {
      try {
        process.kill(-group, 'SIGKILL');
      } catch {
        // has ended, as it should
      }
    }
    rmSync(parent, { recursive: true, force: true });
  });

  it('comes up empty, keeps other Alurs off its data, and ends with everything it started within five seconds of Ctrl-C', async () => {
    const { npm, url, ended, said } = await start('--empty');
    expect(await (await fetch(`${url}/health/ready`)).json()).toMatchObject({ status: 'ok' });
    expect(said()).not.toContain('Warning');
    expect(await (await fetch(`${url}/api/welcome`)).json()).toMatchObject({ demo: false });
    for (const method of ['GET', 'POST']) expect((await fetch(`${url}/api/demo/clock`, { method })).status).toBe(404);
    expect((await fetch(`${url}/`)).headers.get('content-type')).toMatch(/text\/html/);

    const other = await start('--empty');
    expect(other.url).toBeUndefined();
    expect(other.said()).toContain('is in use by process');

    const server = postmaster();
    const began = performance.now();
    process.kill(-(npm.pid ?? 0), 'SIGINT'); // Ctrl-C goes to the whole group
    await ended;
    expect(performance.now() - began).toBeLessThan(5000);
    expect(isAlive(server)).toBe(false);
  }, 120_000);

  it('knows its data again at the second start, and ends also when only npm is told to', async () => {
    const { npm, url, ended } = await start();
    expect(await (await fetch(`${url}/api/welcome`)).json()).toMatchObject({ demo: false });
    const server = postmaster();
    npm.kill('SIGTERM');
    await ended;
    expect(isAlive(server)).toBe(false);
  }, 120_000);
});
