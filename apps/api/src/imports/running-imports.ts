import { createHash } from 'node:crypto';
import type { ImportBy, Importer, ImportReport, ImportReports } from '@app/domain/staffing';
import type { Log } from '@app/platform';

type Progress = Readonly<{ status: 'running' | 'done' | 'failed'; done: number; total: number; report: ImportReport | null }>;

/** How many imports this process remembers; the reports of those that ended are in the database, and what was imported, the log says. */
const remembered = 50;

/** Imports that go on after their request was answered. */
export class RunningImports {
  private readonly known = new Map<string, Progress>();

  constructor(
    private readonly importer: Importer,
    private readonly reports: ImportReports,
    private readonly log: Log,
  ) {}

  check(bytes: Buffer): Promise<ImportReport> {
    return this.importer.check(bytes);
  }

  /** Starts, or finds that it was started. The id is the file's hash. */
  async begin(bytes: Buffer, by: ImportBy): Promise<string> {
    const id = createHash('sha256').update(bytes).digest('hex');
    if (this.known.get(id)?.status !== 'running') {
      this.note(id, { status: 'running', done: 0, total: 0, report: null });
      void this.run(id, bytes, by);
    }
    return id;
  }

  async find(id: string): Promise<Progress | undefined> {
    const known = this.known.get(id) ?? (await this.reports.find(id));
    if (known) return known;
    const recorded = await this.importer.status(id);
    return (
      recorded && {
        status: recorded.status === 'completed' ? 'done' : 'running',
        done: recorded.done,
        total: recorded.total,
        report: null,
      }
    );
  }

  private async run(id: string, bytes: Buffer, by: ImportBy): Promise<void> {
    try {
      const { outcome, report } = await this.importer.import(bytes, by, ({ done, total }) =>
        this.note(id, { status: 'running', done, total, report: null }),
      );
      const total = this.known.get(id)?.total ?? 0;
      const refused = outcome === 'refused';
      const ended = { status: refused ? 'failed' : 'done', done: refused ? 0 : total, total, report } as const;
      this.note(id, ended);
      await this.reports.keep(id, ended).catch((error: unknown) => {
        this.log.error({ err: error, import: id }, 'the report of an import was not kept: it is gone with this process');
      });
    } catch (error) {
      this.log.error({ err: error, import: id }, 'an import was interrupted; it is taken up again at the next start');
      this.note(id, { ...(this.known.get(id) ?? { done: 0, total: 0, report: null }), status: 'failed' });
    }
  }

  private note(id: string, progress: Progress): void {
    this.known.set(id, progress);
    if (this.known.size <= remembered) return;
    const [oldest] = this.known.keys();
    if (oldest !== undefined) this.known.delete(oldest);
  }
}
