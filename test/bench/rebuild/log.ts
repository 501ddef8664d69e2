import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Offices } from '@app/domain/identity';
import { personalFields } from '@app/domain/policies';
import { type Demo, filesInMemory, Importer, seedDemo } from '@app/domain/staffing';
import { Codec, type KeyVault, type NewEvent, openTransactor } from '@app/event-store';
import { MemoryEventStore } from '@app/event-store/adapters/memory';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { chained } from '../../../libs/event-store/src/chain.js';
import { type Happening, lives } from './lives.js';

const tenant = 'kepahiang';
const at = '2026-03-02T02:00:00.000Z';
/** Streams whose end is remembered; those under way are far fewer. */
const remembered = 5_000;

type End = Readonly<{ revision: bigint; hash: string }>;

/** Makes events of what happens as the product does: sealed, chained, hashed. */
export class Scribe {
  private readonly ends = new Map<string, End>();
  private readonly codec: Codec;

  constructor(vault: KeyVault) {
    this.codec = new Codec(vault, { personalFields });
  }

  async write({ stream, subject, event }: Happening): Promise<Readonly<{ stream: string; revision: bigint; event: NewEvent }>> {
    const [id, commandId] = [randomUUID(), randomUUID()];
    const data = this.codec.encode(event, id, subject, await this.codec.keyToSeal([event], subject));
    const end = this.ends.get(stream);
    const revision = end ? end.revision + 1n : 0n;
    const metadata = { actor: subject, commandId, correlationId: commandId, causationId: commandId, at, tenant };
    const [written] = chained([{ id, type: event.type, version: 1, data }], {
      stream,
      revision,
      previousHash: end?.hash ?? '',
      metadata,
    });
    if (!written) throw new Error('nothing was written');
    this.ends.delete(stream);
    this.ends.set(stream, { revision, hash: written.metadata.hash });
    const [oldest] = this.ends.keys();
    if (this.ends.size > remembered && oldest !== undefined) this.ends.delete(oldest);
    return { stream, revision, event: written };
  }
}

/** Fills an empty log with so many events: the made-up regency first, then lives of cases with notices and reviews. */
export const fillLog = async (connectionString: string, vault: KeyVault, count: number): Promise<Demo> => {
  const client = new pg.Client({ connectionString });
  await client.connect();
  const { store, demo } = await regency(vault);
  const copy = client.query(
    copyFrom('copy es.events (position, stream, revision, id, type, version, data, metadata) from stdin'),
  );
  await pipeline(Readable.from(rows(vault, store, count), { objectMode: false }), copy);
  await client.query('update es.log_head set position = $1', [count]);
  await client.query('analyze es.events');
  await client.end();
  return demo;
};

async function* rows(vault: KeyVault, store: MemoryEventStore, count: number): AsyncGenerator<string> {
  const people: string[] = [];
  let position = 0;
  let text = '';
  const row = (stream: string, revision: bigint, { id, type, version, data, metadata, text: known }: NewEvent) => {
    position += 1;
    const values = [
      position,
      stream,
      revision,
      id,
      type,
      version,
      known?.data ?? JSON.stringify(data),
      known?.metadata ?? JSON.stringify(metadata),
    ];
    text += `${values.map((value) => String(value).replaceAll('\\', '\\\\')).join('\t')}\n`;
  };
  for await (const batch of store.readAll())
    for (const { stream, revision, ...event } of batch) {
      if (event.type === 'PersonRegistered') people.push(stream.slice(`${tenant}.person-`.length));
      row(stream, revision, event as NewEvent); // it was one before it was recorded
      if (position >= count) {
        yield text;
        return;
      }
    }
  const scribe = new Scribe(vault);
  for (const happening of lives(people)) {
    if (position >= count) break;
    const { stream, revision, event } = await scribe.write(happening);
    row(stream, revision, event);
    if (text.length < 1 << 18) continue;
    yield text;
    text = '';
  }
  yield text;
}

const regency = async (vault: KeyVault): Promise<Readonly<{ store: MemoryEventStore; demo: Demo }>> => {
  const store = new MemoryEventStore();
  const transactor = openTransactor({ store, codec: new Codec(vault, { personalFields }) });
  const personId = (nip: string) => vault.pseudonym('person', nip);
  const predicates = { record: async () => 0, pending: async () => 0 };
  const importer = new Importer({ transactor, files: filesInMemory(), tenant, personId, predicates });
  const offices = new Offices(transactor, tenant);
  const demo = await seedDemo(
    {
      importer,
      tenant,
      personId,
      grant: (grant, meta) => offices.execute({ type: 'GrantOffice', data: { ...grant, until: null } }, meta),
    },
    { year: 2026, small: true, at },
  );
  return { store, demo };
};
