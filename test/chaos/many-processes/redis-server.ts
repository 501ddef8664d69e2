import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Redis } from 'ioredis';
import { ownPort } from './member.js';

/** A `redis-server` that can be killed, emptied, and comes back at the same address. */
export class RedisServer {
  private child: ChildProcess | undefined;

  private constructor(
    private readonly port: number,
    private readonly folder: string,
  ) {}

  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await ownPort(), mkdtempSync(join(tmpdir(), 'alur-redis-')));
    await server.start();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** With everything that it held when it was killed, since it writes each change down. */
  async start(): Promise<void> {
    const options = ['--port', `${this.port}`, '--bind', '127.0.0.1', '--dir', this.folder, '--maxmemory-policy', 'noeviction'];
    const child = spawn('redis-server', [...options, '--save', '', '--appendonly', 'yes', '--appendfsync', 'always'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.child = child;
    const said: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      said.push(line);
      if (!line.includes('Ready to accept connections')) continue;
      child.stdout.resume();
      return;
    }
    throw new Error(`redis-server did not start: ${said.join('\n')}`);
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** How many jobs there are, in whatever state. */
  jobs(): Promise<number> {
    return this.asked(async (redis) => (await redis.keys('bull:*:t-*')).filter((key) => !key.endsWith(':lock')).length);
  }

  /** Takes away what it wrote down, while it is not there: it comes back with nothing. */
  forget(): void {
    rmSync(join(this.folder, 'appendonlydir'), { recursive: true, force: true });
  }

  /** Forgets everything. */
  async flush(): Promise<void> {
    await this.asked((redis) => redis.flushall());
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async asked<T>(ask: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(this.url, { maxRetriesPerRequest: 3 });
    redis.on('error', () => undefined); // said by the call as well
    try {
      return await ask(redis);
    } finally {
      redis.disconnect();
    }
  }
}
