import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../http-cases.js';

/** As the worker is started everywhere: `infra/Dockerfile` with `docker-compose.yml` and `infra/kubernetes`. */
const asInTheImage = ['--enable-source-maps', '--max-semi-space-size=16', '--max-old-space-size=320'];

/** A program of Alur or of this bench, in a process of its own. */
export class Program {
  private readonly ended: Promise<number | null>;
  private readonly said: string[] = [];
  private wake = () => {};
  private over = false;

  constructor(program: string, settings: Settings, args: readonly string[] = []) {
    const file = fileURLToPath(new URL(program, import.meta.url));
    this.child = spawn(process.execPath, [...asInTheImage, file, ...args], {
      env: { ...process.env, ...settings },
      stdio: ['pipe', 'pipe', 'inherit'], // whoever reads its stdin sees there that the bench is gone
    });
    createInterface({ input: this.child.stdout ?? process.stdin }).on('line', (line) => {
      this.said.push(line);
      this.wake();
    });
    process.once('exit', () => this.child.kill('SIGKILL'));
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
    void this.ended.then(() => {
      this.over = true;
      this.wake();
    });
  }

  private readonly child: ChildProcess;

  /** What it says next that begins so, without that beginning. @throws Error where it ends before */
  async says(beginning: string): Promise<string> {
    for (;;) {
      const line = this.said.shift();
      if (line?.startsWith(beginning)) return line.slice(beginning.length);
      if (line !== undefined) {
        process.stderr.write(`${line}\n`);
        continue;
      }
      if (this.over) throw new Error(`${this.child.spawnfile} ${this.child.spawnargs.join(' ')} ended`);
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  /** The most memory it ever had, in MB, as Linux tells it (`VmHWM`, proc(5)). */
  peakMb(): number {
    const file = `/proc/${this.child.pid}/status`;
    if (!existsSync(file)) return Number.NaN;
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8'))?.[1]) / 1024;
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.ended;
  }
}
