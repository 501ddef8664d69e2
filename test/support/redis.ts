import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

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
export const startRedis = async (...options: readonly string[]): Promise<RunningRedis> => {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'alur-redis-'));
  const own = ['--port', `${port}`, '--bind', '127.0.0.1', '--save', '', '--dir', folder, '--maxmemory-policy', 'noeviction'];
  const server = spawn('redis-server', [...own, ...options], { stdio: ['ignore', 'pipe', 'ignore'] });
  const gone = once(server, 'exit').catch((error: unknown) => {
    throw error;
  });
  const said: string[] = [];
  const up = (async () => {
    for await (const line of createInterface({ input: server.stdout })) {
      said.push(line);
      if (/Ready to accept connections|Sentinel ID is/.test(line)) return;
    }
    throw new Error(`redis-server did not start: ${said.join('\n')}`);
  })();
  await Promise.race([up, gone.then(() => up)]);
  server.stdout.resume();
  const stop = async () => {
    if (server.exitCode === null) server.kill();
    await gone.catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `redis://127.0.0.1:${port}`, port, stop };
};
