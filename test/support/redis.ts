import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * Whether there is a `redis-server` here. Where CI is set there has to be one.
 * @throws Error in CI when there is none
 */
export const hasRedis = (): boolean => {
  try {
    execFileSync('redis-server', ['--version']);
    return true;
  } catch {
    if (process.env['CI']) throw new Error('redis-server is not on PATH');
    return false;
  }
};

export type RunningRedis = Readonly<{ url: string; port: number; stop: () => Promise<void> }>;

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/**
 * A `redis-server` of one's own on a free port, which keeps nothing.
 * @param options over its settings, as on its command line
 * @throws Error when there is none on PATH, or it does not come up
 */
export const startRedis = (...options: readonly string[]): Promise<RunningRedis> =>
  started((port) => ['--port', `${port}`, '--save', '', '--maxmemory-policy', 'noeviction', ...options]);

/** A sentinel. @param says its configuration, but for where it listens */
export const startSentinel = (says: string): Promise<RunningRedis> =>
  started((port, folder) => {
    const file = join(folder, 'sentinel.conf'); // it writes into it
    writeFileSync(file, says);
    return [file, '--sentinel', '--port', `${port}`];
  });

const started = async (options: (port: number, folder: string) => readonly string[]): Promise<RunningRedis> => {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'alur-redis-'));
  const server = spawn('redis-server', [...options(port, folder), '--bind', '127.0.0.1', '--dir', folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const gone = once(server, 'exit');
  const said: string[] = [];
  for await (const line of createInterface({ input: server.stdout })) {
    said.push(line);
    if (/Ready to accept connections|Sentinel ID is/.test(line)) break;
  }
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) server.kill();
    await gone.catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  };
  if (!/Ready to accept connections|Sentinel ID is/.test(said.at(-1) ?? '')) {
    await stop();
    throw new Error(`redis-server did not start: ${said.join('\n')}`);
  }
  server.stdout.resume();
  return { url: `redis://127.0.0.1:${port}`, port, stop };
};
