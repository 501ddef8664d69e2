import type { Pool } from 'pg';
import { type Appended, type Expected, type NewEvent, WrongRevision } from '../event-store.js';
import { Signal } from '../signal.js';
import { bigintArray, intArray, jsonArray, textArray, uuidArray } from './postgres-arrays.js';
import { isUnreachable, persistently } from './postgres-errors.js';
import type { Written } from './postgres-written.js';

type Pending = Readonly<{
  stream: string;
  events: readonly NewEvent[];
  expected: Expected;
  resolve: (appended: Appended) => void;
  reject: (error: unknown) => void;
}>;

type Reply = Readonly<{ accepted: readonly boolean[]; head: string }>;

const mostEvents = 2_000;

/**
 * Group commit: whatever waits is written in one transaction, so that one wait for the disk serves all of it.
 *
 * Each append is checked against its own expected revision inside the transaction, so one that fails, fails alone.
 * Two batches may be under way: the second is on its way to the server while the first waits for the disk.
 */
export class Committer {
  private waiting: Pending[] = [];
  private readonly idle = new Signal();
  private underWay = 0;
  private scheduled = false;

  constructor(
    private readonly pool: Pool,
    private readonly written: Written,
    private readonly committed: (head: string) => void,
    private readonly atOnce: number,
  ) {}

  append(stream: string, events: readonly NewEvent[], expected: Expected): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ stream, events, expected, resolve, reject });
      this.schedule();
    });
  }

  /** Resolves once nothing waits any more. */
  async settled(): Promise<void> {
    while (this.underWay > 0 || this.waiting.length > 0) await this.idle.next(100);
  }

  private schedule(): void {
    if (this.scheduled || this.underWay >= this.atOnce) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      while (this.underWay < this.atOnce && this.waiting.length > 0) void this.commit(this.takeBatch());
    });
  }

  /** One append of each stream at most: a second one could only be right after the first. */
  private takeBatch(): readonly Pending[] {
    const batch: Pending[] = [];
    const left: Pending[] = [];
    const streams = new Set<string>();
    let events = 0;
    for (const pending of this.waiting) {
      const fits = batch.length === 0 || events + pending.events.length <= mostEvents;
      if (!fits || streams.has(pending.stream)) {
        left.push(pending);
        continue;
      }
      batch.push(pending);
      streams.add(pending.stream);
      events += pending.events.length;
    }
    this.waiting = left;
    return batch;
  }

  private async commit(batch: readonly Pending[]): Promise<void> {
    this.underWay += 1;
    try {
      await this.written.writing(() => this.write(batch));
    } finally {
      this.underWay -= 1;
      this.idle.raise();
      this.schedule();
    }
  }

  private async write(batch: readonly Pending[]): Promise<void> {
    try {
      const { accepted, head } = await this.send(batch);
      let position = BigInt(head);
      const refused: Pending[] = [];
      const answers: (() => void)[] = [];
      batch.forEach((pending, n) => {
        if (!accepted[n]) return void refused.push(pending);
        const { stream, events } = pending;
        const first = firstRevision(pending.expected);
        this.written.add(stream, events, first, position + 1n);
        position += BigInt(events.length);
        const answer = { revision: first + BigInt(events.length - 1), position: String(position) };
        answers.push(() => pending.resolve(answer));
      });
      if (answers.length > 0) this.committed(String(position));
      for (const answer of answers) answer();
      for (const pending of refused) await this.answerRefused(pending);
    } catch (error) {
      const [only] = batch;
      if (batch.length === 1 && only) return only.reject(error);
      if (isUnreachable(error)) return batch.forEach(({ reject }) => reject(error));
      for (const pending of batch) await this.write([pending]); // something in it is not acceptable: let it fail alone
    }
  }

  /** Repeats a batch whose outcome is unknown: what was written after all is recognised by its ids. */
  private async send(batch: readonly Pending[]): Promise<Reply> {
    const values = [...parametersOf(batch)];
    const { rows } = await persistently(() => this.pool.query<Reply>({ name: 'es.append', text: appendText, values }));
    const [reply] = rows;
    if (!reply) throw new Error('es.append gave no answer');
    return reply;
  }

  /** The stream is elsewhere: either this append was written before, or another writer was faster. */
  private async answerRefused({ stream, events, expected, resolve, reject }: Pending): Promise<void> {
    try {
      const query = {
        name: 'es.repeated',
        text: `select id, revision, position, metadata->>'hash' as hash from es.events where stream = $1 and revision >= $2 order by revision limit $3`,
        values: [stream, String(firstRevision(expected)), events.length],
      };
      const { rows } = await persistently(() =>
        this.pool.query<{ id: string; revision: string; position: string; hash: string | null }>(query),
      );
      const last = rows.at(-1);
      const same = rows.length === events.length && rows.every((row, n) => isSame(row, events[n]));
      if (same && last) resolve({ revision: BigInt(last.revision), position: last.position });
      else reject(new WrongRevision(stream, expected));
    } catch (error) {
      reject(error);
    }
  }
}

/** Another process may have written the same command's events at another moment: those are not these. */
const isSame = ({ id, hash }: Readonly<{ id: string; hash: string | null }>, event: NewEvent | undefined): boolean =>
  id === event?.id.toLowerCase() && hash === (event.metadata.hash ?? null);

const appendText = 'select accepted, head from es.append($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)';

const firstRevision = (expected: Expected) => (expected === 'none' ? 0n : expected + 1n);

const parametersOf = (batch: readonly Pending[]): readonly Buffer[] => {
  const appends: number[] = [];
  const streams: string[] = [];
  const revisions: bigint[] = [];
  const ids: string[] = [];
  const types: string[] = [];
  const versions: number[] = [];
  const data: string[] = [];
  const metadata: string[] = [];
  batch.forEach(({ stream, events, expected }, n) => {
    let revision = firstRevision(expected);
    for (const event of events) {
      appends.push(n + 1);
      streams.push(stream);
      revisions.push(revision);
      ids.push(event.id);
      types.push(event.type);
      versions.push(event.version);
      data.push(event.text?.data ?? JSON.stringify(event.data));
      metadata.push(event.text?.metadata ?? JSON.stringify(event.metadata));
      revision += 1n;
    }
  });
  return [
    textArray(batch.map(({ stream }) => stream)),
    bigintArray(batch.map(({ expected }) => (expected === 'none' ? -1n : expected))),
    intArray(appends),
    textArray(streams),
    bigintArray(revisions),
    uuidArray(ids),
    textArray(types),
    intArray(versions),
    jsonArray(data),
    jsonArray(metadata),
  ];
};
