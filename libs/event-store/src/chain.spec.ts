import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { v5 } from 'uuid';
import { chained } from './chain.js';
import { eventIdOf } from './event-ids.js';
import { hashOf, verifyChain } from './hash.js';

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31);

describe(`a chain of events (seed ${seed})`, () => {
  const text = fc.string({ unit: 'binary' });
  const link = (metadata: Readonly<Record<string, string>>, previousHash: string) => ({
    stream: 'a "stream"',
    revision: 0n,
    previousHash,
    metadata: { actor: '', commandId: '', correlationId: '', causationId: '', at: '', tenant: '', ...metadata },
  });
  const many = fc.array(fc.record({ type: text, data: fc.dictionary(text, fc.jsonValue()) }), { minLength: 1, maxLength: 4 });
  const metas = fc.record({ actor: text, office: fc.constantFrom('', '"previousHash":""', 'x'), authority: text });

  const draftsOf = (events: readonly { type: string; data: Record<string, unknown> }[]) =>
    events.map((event, n) => ({ ...event, id: eventIdOf(randomUUID(), n), version: n + 1 }));

  it('carries the hashes that RFC 8785 and SHA-256 give, whatever the events say', () => {
    fc.assert(
      fc.property(many, metas, (events, metadata) => {
        for (const [n, event] of chained(draftsOf(events), link(metadata, '')).entries())
          expect(event.metadata.hash).toBe(hashOf({ ...event, stream: 'a "stream"', revision: BigInt(n) }));
      }),
      { seed, verbose: 1 },
    );
  });

  it('keeps the texts that stand for the event', () => {
    fc.assert(
      fc.property(many, metas, (events, metadata) => {
        for (const { data, metadata: kept, text: written } of chained(draftsOf(events), link(metadata, 'abc'))) {
          expect(JSON.parse(written?.data ?? '')).toEqual(JSON.parse(JSON.stringify(data)));
          expect(JSON.parse(written?.metadata ?? '')).toEqual(kept);
        }
      }),
      { seed, verbose: 1 },
    );
  });

  it('hands on what will be read back, and not what JSON leaves out', () => {
    const drafts = draftsOf([{ type: 'Happened', data: { gone: undefined, day: new Date(0), list: [undefined], zero: -0 } }]);
    const [event] = chained(drafts, link({ office: 'x' }, ''));
    expect(event?.data).toStrictEqual({ day: '1970-01-01T00:00:00.000Z', list: [null], zero: 0 });
    const [plain] = chained(draftsOf([{ type: 'Happened', data: { a: [{ b: null }] } }]), link({}, ''));
    expect(plain?.data).toStrictEqual(JSON.parse(plain?.text?.data ?? ''));
  });

  it('is broken by any change, at the event that was changed', async () => {
    const events = chained(draftsOf(Array.from({ length: 4 }, (_, n) => ({ type: 'Happened', data: { n } }))), link({}, '')).map(
      (event, n) => ({ ...event, stream: 'a "stream"', revision: BigInt(n), position: String(n) }),
    );
    expect(await verifyChain(events)).toMatchObject({ intact: true, events: 4 });
    const changes = [
      { data: { n: 9 } },
      { type: 'Other' },
      { id: randomUUID() },
      { version: 9 },
      { stream: 'other' },
      { metadata: { ...events[2]?.metadata, actor: 'somebody else' } },
    ];
    for (const change of changes) {
      const changed = events.map((event, n) => (n === 2 ? { ...event, ...change } : event)) as typeof events;
      expect(await verifyChain(changed)).toEqual({ intact: false, revision: 2n, why: 'changed event' });
    }
    expect(await verifyChain(events.filter((_, n) => n !== 1))).toMatchObject({ intact: false, why: 'missing event' });
    const shifted = events.filter((_, n) => n !== 1).map((event, n) => ({ ...event, revision: BigInt(n) }));
    expect(await verifyChain(shifted)).toMatchObject({ intact: false, revision: 1n, why: 'broken link' });
  });

  it('has event ids that are UUIDv5 of the number in the command', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(100_000), (command, n) => expect(eventIdOf(command, n)).toBe(v5(String(n), command))),
      { seed, verbose: 1 },
    );
    expect(() => eventIdOf('not a uuid', 0)).toThrow(TypeError);
  });
});
