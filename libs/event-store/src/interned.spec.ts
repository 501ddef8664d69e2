import { randomUUID } from 'node:crypto';
import { MemoryKeyVault } from './adapters/memory-keys.js';
import { Codec } from './codec.js';
import type { Recorded } from './event-store.js';

const definition = () => ({ id: 'leave', stages: [{ key: 'head', title: { id: 'Kepala', en: 'Head' } }] });

const started = (data: object): Recorded => ({
  id: randomUUID(),
  type: 'Started',
  version: 1,
  stream: 'case-1',
  revision: 0n,
  position: '1',
  data,
  metadata: {
    actor: 'ana',
    commandId: 'c',
    correlationId: 'c',
    causationId: 'c',
    at: '2026-03-02T09:00:00.000Z',
    tenant: 'test',
    hash: '',
    previousHash: '',
  },
});

const codec = () => new Codec(new MemoryKeyVault(), { commonFields: { Started: { field: 'definition', named: 'hash' } } });

describe('a field that many events have in common', () => {
  it('is one object in memory, and reads as it was written', async () => {
    const events = [1, 2].map((n) => started({ n, hash: 'h1', definition: definition() }));
    const [one, two] = await codec().decode(events);
    expect(one).toEqual(events[0]);
    expect(two).toEqual(events[1]);
    expect((two?.data as { definition: object }).definition).toBe((one?.data as { definition: object }).definition);
  });

  it('stays as it is where another goes by its name', async () => {
    const events = [definition(), { ...definition(), id: 'forged' }].map((each) => started({ hash: 'h1', definition: each }));
    expect(await codec().decode(events)).toEqual(events);
  });

  it('may be missing, or be no object', async () => {
    const events = [
      started({ hash: 'h1' }),
      started({ hash: 1, definition: definition() }),
      started({ hash: 'h1', definition: null }),
    ];
    expect(await codec().decode(events)).toEqual(events);
  });
});
