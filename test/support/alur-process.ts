import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { demoInto } from './demo-data.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The built product as a process of its own, so that it can be killed. */
export class AlurProcess {
  private constructor(
    readonly url: string,
    readonly dataDir: string,
    private readonly child: ChildProcess,
    private readonly said: readonly string[],
  ) {}

  /** Starts it with the small demo and resolves when it says that it is ready. `npm test` has built it. */
  static async start(dataDir: string, settings: Readonly<Record<string, string>> = {}): Promise<AlurProcess> {
    await demoInto(dataDir, settings, async (folder) => (await AlurProcess.run(folder, {})).stop());
    return AlurProcess.run(dataDir, settings);
  }

  private static async run(dataDir: string, settings: Readonly<Record<string, string>>): Promise<AlurProcess> {
    const child = spawn(process.execPath, [join(root, 'dist/apps/api/src/main.js'), '--data-dir', dataDir, '--port', '0'], {
      cwd: root,
      env: { ...process.env, DEMO: 'small', LOG_LEVEL: 'warn', ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    child.stderr.on('data', (text: Buffer) => said.push(text.toString()));
    for await (const line of createInterface({ input: child.stdout })) {
      said.push(line);
      const url = /^ready: (\S+)/.exec(line)?.[1];
      if (url) {
        child.stdout.resume();
        return new AlurProcess(url.replace('localhost', '127.0.0.1'), dataDir, child, said);
      }
    }
    throw new Error(`Alur did not start: ${said.join('\n')}`);
  }

  /** What it has written to its log, and what it said before it was ready. */
  get log(): string {
    return this.said.join('\n');
  }

  /** `kill -9` of Node, and of its PostgreSQL as well where `database` is set. */
  async crash({ database }: Readonly<{ database: boolean }>): Promise<void> {
    const gone = this.exited();
    const postmaster = this.postmaster();
    this.child.kill('SIGKILL');
    if (database) killGroup(postmaster);
    await gone;
  }

  async stop(): Promise<void> {
    const gone = this.exited();
    this.child.kill('SIGTERM');
    await gone;
  }

  /** The process id of the embedded PostgreSQL. */
  postmaster(): number {
    return Number(readFileSync(join(this.dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  }

  private exited(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => this.child.once('exit', () => resolve()));
  }
}

const killGroup = (pid: number) => {
  process.kill(pid, 'SIGKILL');
};

/** Runs `alur …` on a data folder, whether or not Alur is running on it. */
export const alurCommand = (dataDir: string, ...args: readonly string[]): Promise<Readonly<{ code: number; output: string }>> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'dist/apps/cli/src/main.js'), ...args], {
      cwd: root,
      env: { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (text: Buffer) => (output += text.toString()));
    child.stderr.on('data', (text: Buffer) => (output += text.toString()));
    child.once('error', reject);
    child.once('exit', (code) => resolve({ code: code ?? 1, output }));
  });
