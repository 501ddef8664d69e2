import { randomBytes, randomUUID } from 'node:crypto';
import { MemoryEventStore } from '../adapters/memory.js';
import { MemoryKeyVault } from '../adapters/memory-keys.js';
import { openPool } from '../adapters/pool.js';
import { openPostgresEventStore } from '../adapters/postgres.js';
import { openPostgresKeyVault } from '../adapters/postgres-keys.js';
import { chained } from '../chain.js';
import { Codec } from '../codec.js';
import type { EventStore, Recorded } from '../event-store.js';
import type { KeyVault } from '../keys.js';
import { testDatabase, type TestDatabase } from '../testing/test-database.js';
import { compareStore, isSame } from './compare-stores.js';
import { exportEvents, type ExportOptions } from './export-events.js';
import { importEvents, type ImportOptions } from './import-events.js';
import { linesOf } from './lines.js';
import { underMasterKey, underPassphrase } from './transport.js';
import { Unpacking } from './unpack.js';

const masterKey = randomBytes(32);
const personalFields = { Named: ['name'] };

/** A store in which things happened: several streams in turns, two tenants, one person with a name and one who was forgotten. */
const aHistory = async (store: EventStore, vault: KeyVault, events = 2_500) => {
  const codec = new Codec(vault, { personalFields });
  const ends = new Map<string, Readonly<{ revision: bigint; hash: string }>>();
  for (let n = 0; n < events; n += 1) {
    const tenant = n % 7 === 3 ? 'lebong' : 'kepahiang';
    const subject = n % 5 === 0 ? 'ana' : 'budi';
    const stream = `${tenant}.person-${n % 11}`;
    const end = ends.get(stream);
    const revision = end ? end.revision + 1n : 0n;
    const [id, commandId] = [randomUUID(), randomUUID()];
    const said =
      n % 3 === 0 ? { type: 'Named', data: { name: `Nama \u2028 ${n}` } } : { type: 'Counted', data: { n, text: 'a\u0000"\n' } };
    const data = codec.encode(said, id, subject, await vault.keyFor(subject));
    const metadata = {
      actor: 'x',
      commandId,
      correlationId: commandId,
      causationId: commandId,
      at: '2026-01-05T02:00:00Z',
      tenant,
    };
    const [event] = chained([{ id, type: said.type, version: 1, data }], {
      stream,
      revision,
      previousHash: end?.hash ?? '',
      metadata,
    });
    if (!event) throw new Error('no event');
    await store.append(stream, [event], end ? end.revision : 'none');
    ends.set(stream, { revision, hash: event.metadata.hash });
  }
  await vault.forget('budi');
};

const pieces = async (options: ExportOptions): Promise<readonly string[]> => {
  const texts: string[] = [];
  for await (const { text } of exportEvents(options)) texts.push(text);
  return texts;
};

const unpack = (texts: readonly string[]) =>
  Unpacking.open(
    linesOf(
      (async function* () {
        for (const text of texts) yield Buffer.from(text);
      })(),
    ),
  );

const importing = async (texts: readonly string[], options: ImportOptions) => importEvents(await unpack(texts), options);

const everything = async (store: EventStore, tenant: string): Promise<readonly Omit<Recorded, 'position'>[]> => {
  const events: Omit<Recorded, 'position'>[] = [];
  for await (const batch of store.readAll(undefined, { streamPrefixes: [`${tenant}.`] }))
    for (const { position: _, ...event } of batch) events.push(event);
  return events;
};

/** Loses its power after so many appends. */
class FailingStore extends MemoryEventStore {
  constructor(private left: number) {
    super();
  }
  override append(...given: Parameters<EventStore['append']>) {
    this.left -= 1;
    return this.left < 0 ? Promise.reject(new Error('the power is gone')) : super.append(...given);
  }
  mended(): void {
    this.left = Number.POSITIVE_INFINITY;
  }
}

describe('events that move house', () => {
  const source = new MemoryEventStore();
  const vault = new MemoryKeyVault(masterKey);
  const tenant = 'kepahiang';
  let database!: TestDatabase;
  let postgres!: EventStore;
  const pool = () => openPool({ connectionString: database.connectionString, max: 3, name: 'moving' });

  beforeAll(async () => {
    database = await testDatabase();
    postgres = await openPostgresEventStore({ connectionString: database.connectionString });
    await aHistory(source, vault);
  });
  afterAll(async () => {
    await postgres.close();
    await database.close();
  });

  it('go from memory to PostgreSQL and back in their order, with the same hashes for every stream', async () => {
    const texts = await pieces({ store: source, tenant });
    const there = await importing(texts, { store: postgres, atOnce: 500 });
    const back = new MemoryEventStore();
    const again = await pieces({ store: postgres, tenant });
    await importing(again, { store: back });

    expect(await everything(postgres, tenant)).toEqual(await everything(source, tenant));
    expect(await everything(back, tenant)).toEqual(await everything(source, tenant));
    const { heads } = await emptied(texts);
    for (const store of [postgres, back]) {
      const comparison = await compareStore(store, tenant, heads);
      expect([isSame(comparison), comparison.digest, comparison.unexpected]).toEqual([true, there.trailer.heads, []]);
    }
  });

  it('are those of one tenant only, and another tenant cannot be slipped in', async () => {
    const texts = await pieces({ store: source, tenant });
    expect(texts.join('')).not.toContain('lebong');
    const other = (await pieces({ store: source, tenant: 'lebong' }))
      .join('')
      .replace('"tenant":"lebong","keys"', '"tenant":"kepahiang","keys"');
    await expect(importing([other], { store: new MemoryEventStore() })).rejects.toThrow('another tenant');
  });

  it('are imported to the end after the power failed half-way, each once', async () => {
    const texts = await pieces({ store: source, tenant });
    for (const atOnce of [1, 100]) {
      const store = new FailingStore(1_500);
      await expect(importing(texts, { store, atOnce })).rejects.toThrow('the power is gone');
      store.mended();
      const { written, known } = await importing(texts, { store, atOnce });
      expect(written + known).toBe((await everything(source, tenant)).length);
      expect(known).toBe(1_500);
      expect(await everything(store, tenant)).toEqual(await everything(source, tenant));
    }
  });

  it('are exported to the end after the export was cut anywhere, and the file is the same', async () => {
    const whole = (await pieces({ store: source, tenant })).join('');
    const bytes = Buffer.from(whole);
    for (const cut of [0.001, 0.3, 0.7, 0.999].map((part) => Math.floor(bytes.length * part))) {
      const part = bytes.subarray(0, cut).toString('utf8');
      const begun = await unpack([part]).catch(() => undefined);
      let kept = 0;
      if (begun) for await (const block of begun.blocks()) kept = block.bytes;
      const rest = await pieces({ store: source, tenant, ...(kept > 0 && begun ? { begun } : {}) });
      expect(bytes.subarray(0, kept).toString('utf8') + rest.join('') === whole).toBe(true);
    }
  });

  it('that were recorded since are brought after by a second export', async () => {
    const [growing, store] = [new MemoryEventStore(), new MemoryEventStore()];
    await aHistory(growing, vault, 300);
    await importing(await pieces({ store: growing, tenant }), { store });
    const events = await everything(growing, tenant);
    const last = events.at(-1);
    if (!last) throw new Error('no event');
    const { hash: previousHash, previousHash: _, ...metadata } = last.metadata;
    const later = chained([{ id: randomUUID(), type: 'Counted', version: 1, data: { n: -1 } }], {
      stream: last.stream,
      revision: last.revision + 1n,
      previousHash,
      metadata,
    });
    await growing.append(last.stream, later, last.revision);
    const { written, known } = await importing(await pieces({ store: growing, tenant }), { store });
    expect([written, known]).toEqual([1, events.length]);
  });

  it('do not mix with another history', async () => {
    const [other, store] = [new MemoryEventStore(), new MemoryEventStore()];
    await aHistory(other, vault, 50);
    await importing(await pieces({ store: other, tenant }), { store });
    await expect(importing(await pieces({ store: source, tenant }), { store })).rejects.toThrow('another history');
  });

  it('are refused where a byte was changed, a line is missing or the end is', async () => {
    const texts = await pieces({ store: source, tenant });
    const lines = texts.join('').split('\n').slice(0, -1);
    const spoilt = {
      changed: lines.map((line, n) => (n === 40 ? line.replace('"version":1', '"version":2') : line)),
      missing: lines.filter((_, n) => n !== 41),
      swapped: [lines[0], lines[2], lines[1], ...lines.slice(3)],
    };
    for (const [how, wrong] of Object.entries(spoilt))
      expect([how, await importing([`${wrong.join('\n')}\n`], { store: new MemoryEventStore() }).catch(() => 'refused')]).toEqual(
        [how, 'refused'],
      );
    await expect(importing(texts.slice(0, -1), { store: new MemoryEventStore() })).rejects.toThrow('without its trailer');
  });

  it('are not exported from a log whose chain is broken', async () => {
    const store = new MemoryEventStore();
    await importing(await pieces({ store: source, tenant }), { store });
    const read = store.readAll.bind(store);
    store.readAll = async function* (...given) {
      for await (const batch of read(...given))
        yield batch.map((event, n) => (n === 20 ? { ...event, data: { n: 'forged' } } : event));
    };
    await expect(pieces({ store, tenant })).rejects.toThrow('changed event');
  });

  it('can be read at the other end when the keys travel along, which never lie open in the file', async () => {
    const transport = underPassphrase('jalan santoso 7');
    const texts = await pieces({ store: source, tenant, keys: { vault, transport } });
    const key = (await vault.keysOf(['ana'])).get('ana');
    for (const form of ['base64', 'hex'] as const) expect(texts.join('')).not.toContain(Buffer.from(key ?? []).toString(form));

    const target = pool();
    const other = await openPostgresKeyVault(target, randomBytes(32));
    const store = new MemoryEventStore();
    const { wrapping } = transport;
    if (wrapping.wrap !== 'passphrase') throw new Error('another wrapping');
    const wrong = underPassphrase('jalan santoso 8', wrapping.salt);
    expect(wrong.wrapping.check).not.toBe(wrapping.check);
    await expect(importing(texts, { store, keys: { vault: other, transport: wrong } })).rejects.toThrow('does not open');
    await importing(texts, { store, keys: { vault: other, transport: underPassphrase('jalan santoso 7', wrapping.salt) } });
    const [first] = await new Codec(other).decode([...(await named(store))]);
    expect(first?.data).toEqual({ name: 'Nama \u2028 0' });
    expect((await other.keysOf(['ana', 'budi'])).size).toBe(1);
    expect(await other.keyFor('budi')).toBeUndefined();
    await target.end();
  });

  it('take the keys along under the master key as well, where both ends have it', async () => {
    const texts = await pieces({ store: source, tenant, keys: { vault, transport: underMasterKey(masterKey) } });
    const other = new MemoryKeyVault(masterKey);
    await importing(texts, { store: new MemoryEventStore(), keys: { vault: other, transport: underMasterKey(masterKey) } });
    expect(await other.keyFor('ana')).toEqual(Buffer.from((await vault.keyFor('ana')) ?? []));
  });

  const emptied = async (texts: readonly string[]) => {
    const parcel = await unpack(texts);
    for await (const _ of parcel.blocks());
    return parcel;
  };

  const named = async (store: EventStore) => {
    for await (const batch of store.readAll(undefined, { streamPrefixes: [`${tenant}.`], types: ['Named'] })) return batch;
    return [];
  };
});
