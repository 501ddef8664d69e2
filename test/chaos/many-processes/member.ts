import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** From when to when a process was not to be counted on, in milliseconds of `performance.now()`. */
export type Absence = { from: number; until: number; meant: 'killed' | 'restarted' };

/** A port that stays free while its process is down: below those that the system hands out by itself. */
export const ownPort = async (): Promise<number> => {
  for (;;) {
    const port = 12_000 + Math.floor(Math.random() * 18_000);
    const server = createServer().listen(port, '127.0.0.1');
    const free = await Promise.race([once(server, 'listening').then(() => true), once(server, 'error').then(() => false)]);
    if (!free) continue;
    server.close();
    await once(server, 'close');
    return port;
  }
};

/** One process of an installation of several, out of the built product. It can be killed and comes back at the same address. */
export class Member {
  readonly absences: Absence[] = [];
  private child: ChildProcess | undefined;
  private readonly said: string[] = [];

  constructor(
    readonly name: string,
    readonly kind: 'api' | 'worker',
    readonly port: number,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Resolves when it says that it is ready. @throws Error with what it said instead */
  async start(): Promise<void> {
    const port = this.kind === 'api' ? { PORT: `${this.port}` } : { STATUS_PORT: `${this.port}` };
    const child = spawn(process.execPath, [join(root, `dist/apps/${this.kind}/src/main.js`)], {
      cwd: root,
      env: { ...process.env, HOST: '127.0.0.1', LOG_LEVEL: 'warn', ...this.settings, ...port },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    child.stderr.on('data', (text: Buffer) => this.said.push(text.toString()));
    for await (const line of createInterface({ input: child.stdout })) {
      this.said.push(`${line}\n`);
      if (!line.startsWith('ready: ')) continue;
      child.stdout.resume();
      const [absence] = this.absences.slice(-1);
      if (absence?.until === Infinity) absence.until = performance.now();
      return;
    }
    throw new Error(`${this.name} did not start: ${this.log()}`);
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    this.absences.push({ from: performance.now(), until: Infinity, meant: 'killed' });
    await this.end('SIGKILL');
  }

  /** Tells it to end, and waits until it has. @returns its exit code */
  async terminate(): Promise<number | null> {
    this.absences.push({ from: performance.now(), until: Infinity, meant: 'restarted' });
    return this.end('SIGTERM');
  }

  /** Whether it runs. */
  get isAlive(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** The last of what it said, for whoever has to find out why. */
  log(characters = 6_000): string {
    return this.said.join('').slice(-characters);
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const { child } = this;
    if (!child) return null;
    if (child.exitCode === null && child.signalCode === null) {
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    }
    return child.exitCode;
  }
}
