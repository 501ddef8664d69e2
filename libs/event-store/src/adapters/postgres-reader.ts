import type { Pool, QueryConfig, QueryResult, QueryResultRow } from 'pg';
import type { Filter, Metadata, Position, Recorded } from '../event-store.js';
import { matches } from '../filter.js';
import { WaitingBatch } from '../waiting-batch.js';
import { bigintArray, textArray } from './postgres-arrays.js';
import { persistently } from './postgres-errors.js';
import type { Written } from './postgres-written.js';

const columns = 'position, stream, revision, id, type, version, data, metadata';
const pageSize = 1000;
/** As much of each stream as is fetched where many are asked for together. */
const firstPage = 100;

type Asked = Readonly<{ stream: string; from: bigint }>;

const columnsOf = (table: string) =>
  columns
    .split(', ')
    .map((column) => `${table}.${column}`)
    .join(', ');

const keyOf = ({ stream, from }: Asked) => `${from} ${stream}`;
const askedIn = (key: string): Asked => {
  const end = key.indexOf(' ');
  return { from: BigInt(key.slice(0, end)), stream: key.slice(end + 1) };
};

type Row = Readonly<{
  position: string;
  stream: string;
  revision: string;
  id: string;
  type: string;
  version: number;
  data: unknown;
  metadata: Metadata;
}>;

const recorded = ({ revision, ...row }: Row): Recorded => ({ ...row, revision: BigInt(revision) });

/** Reads the log page by page, by key, so that memory stays bounded however long it is. */
export class LogReader {
  /** Beginnings of streams: those that are asked for while others are being read are read together. */
  private readonly beginnings = new WaitingBatch<string, readonly Row[]>((keys) => this.readBeginnings(keys));

  constructor(
    private readonly pool: Pool,
    private readonly written: Written,
  ) {}

  /** A broken connection is not the reader's business: it reads again on another. */
  private query<R extends QueryResultRow>(config: QueryConfig): Promise<QueryResult<R>> {
    return persistently(() => this.pool.query<R>(config));
  }

  async head(): Promise<bigint> {
    const { rows } = await this.query<{ position: string }>({ name: 'es.head', text: 'select position from es.log_head' });
    return BigInt(rows[0]?.position ?? 0);
  }

  async *stream(stream: string, from: bigint): AsyncGenerator<Recorded> {
    const beginning = await this.beginnings.get(keyOf({ stream, from }));
    for (const row of beginning) yield recorded(row);
    if (beginning.length < firstPage) return;
    for (let next = from + BigInt(beginning.length); ;) {
      const { rows } = await this.query<Row>({
        name: 'es.read-stream',
        text: `select ${columns} from es.events where stream = $1 and revision >= $2 order by revision limit ${pageSize}`,
        values: [stream, String(next)],
      });
      for (const row of rows) yield recorded(row);
      if (rows.length < pageSize) return;
      next += BigInt(rows.length);
    }
  }

  private async readBeginnings(keys: readonly string[]): Promise<(key: string) => readonly Row[]> {
    const asked = keys.map(askedIn);
    const { rows } = await this.query<Row & Readonly<{ n: string }>>({
      name: 'es.read-beginnings',
      text: `select asked.n, ${columnsOf('e')} from unnest($1::text[], $2::bigint[]) with ordinality as asked (stream, "from", n)
        cross join lateral (select ${columns} from es.events where stream = asked.stream and revision >= asked."from"
          order by revision limit ${firstPage}) e
        order by asked.n, e.revision`,
      values: [textArray(asked.map(({ stream }) => stream)), bigintArray(asked.map(({ from }) => from))],
    });
    const found = new Map<string | undefined, Row[]>();
    for (const { n, ...row } of rows) {
      const key = keys[Number(n) - 1];
      const of = found.get(key);
      if (of) of.push(row);
      else found.set(key, [row]);
    }
    return (key) => found.get(key) ?? [];
  }

  /** Pages of what matches, after one position and up to another. */
  async *between(after: Position, upTo: bigint, filter: Filter): AsyncGenerator<readonly Recorded[]> {
    const { types, streamPrefixes } = filter;
    for (let last = after; BigInt(last) < upTo;) {
      const own = await this.written.soon(BigInt(last), upTo);
      if (own.length > 0) {
        const wanted = types || streamPrefixes ? own.filter((event) => matches(filter, event)) : own;
        if (wanted.length > 0) yield wanted;
        last = own.at(-1)?.position ?? last;
        continue;
      }
      const { rows } = await this.query<Row>({
        name: 'es.read-log',
        text: `select ${columns} from es.events where position > $1 and position <= $2
          and ($3::text[] is null or type = any($3))
          and ($4::text[] is null or exists (select from unnest($4) as prefix where starts_with(stream, prefix)))
          order by position limit ${pageSize}`,
        values: [last, String(upTo), types ?? null, streamPrefixes ?? null],
      });
      if (rows.length > 0) yield rows.map(recorded);
      if (rows.length < pageSize) return;
      last = rows.at(-1)?.position ?? last;
    }
  }
}
