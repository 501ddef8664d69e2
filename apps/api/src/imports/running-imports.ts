import { createHash } from 'node:crypto';
import type { ImportBy, Importer, ImportReport, ImportReports } from '@app/domain/staffing';
import type { Log } from '@app/platform';

type Progress = Readonly<{ status: 'running' | 'done' | 'failed'; done: number; total: number; report: ImportReport | null }>;

/** How many imports this process remembers: those it is at, and those whose end could not be kept in the database. */
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
    const isRunning = () => this.known.get(id)?.status === 'running';
    if (isRunning()) return id;
    // Other processes tell of this run from now on, and not of how one before it ended.
    await this.reports.begin(id);
    if (isRunning()) return id;
    this.note(id, { status: 'running', done: 0, total: 0, report: null });
    void this.run(id, bytes, by);
    return id;
  }

  /** What this process is at it knows best; how an import ended, whichever process it was, the database does. */
  async find(id: string): Promise<Progress | undefined> {
    const known = this.known.get(id);
    if (known?.status === 'running') return known;
    const kept = await this.reports.find(id);
    if (kept && kept.status !== 'running') return kept;
    if (!kept && known) return known;
    const recorded = await this.importer.status(id);
    const progress = recorded && { done: recorded.done, total: recorded.total, report: null };
    if (recorded?.status === 'accepted') return progress && { status: 'running', ...progress };
    return kept ?? (progress && { status: 'done', ...progress });
  }

  /** Drops what stood in the cells of files: call it when a person was forgotten. */
  forgetReports(): void {
    for (const [id, { status }] of this.known) if (status !== 'running') this.known.delete(id);
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
      await this.reports.keep(id, ended).then(
        () => this.known.delete(id),
        (error: unknown) =>
          this.log.error({ err: error, import: id }, 'the report of an import was not kept: it is gone with this process'),
      );
    } catch (error) {
      this.log.error({ err: error, import: id }, 'an import was interrupted; it is taken up again at the next start');
      this.note(id, { ...(this.known.get(id) ?? { done: 0, total: 0, report: null }), status: 'failed' });
      await this.reports.drop(id).catch(() => undefined); // a beginning without an end is nothing after a while
    }
  }

  private note(id: string, progress: Progress): void {
    this.known.set(id, progress);
    if (this.known.size <= remembered) return;
    const [oldest] = this.known.keys();
    if (oldest !== undefined) this.known.delete(oldest);
  }
}
