import { randomUUID } from 'node:crypto';
import { MemoryEventStore } from '../adapters/memory.js';
import type { NewEvent } from '../event-store.js';
import { sameLog } from './same-log.js';

const happened = (hash: string): NewEvent => {
  const id = randomUUID();
  const because = { commandId: id, correlationId: id, causationId: id, at: '2026-03-02T09:00:00.000Z' };
  const metadata = { ...because, actor: 'ana', tenant: 'kaur', hash, previousHash: '' };
  return { id, type: 'Happened', version: 1, data: {}, metadata };
};

const [a, b, c] = [happened('a'), happened('b'), happened('c')];
type Write = readonly [stream: string, event: NewEvent, expected: 'none' | bigint];
const usual: readonly Write[] = [
  ['kaur.case-1', a, 'none'],
  ['kaur.case-2', b, 'none'],
  ['kaur.case-1', c, 0n],
];

const holding = async (...writes: readonly Write[]) => {
  const store = new MemoryEventStore();
  for (const [stream, event, expected] of writes) await store.append(stream, [event], expected);
  return store;
};

const compared = async (...others: readonly Write[]) =>
  sameLog([await holding(...usual), await holding(...others)], 'kaur', { wanted: new Set(['1', '3']) });

describe('two logs', () => {
  it('are the same where they hold the same events in the same order, wherever these stand', async () => {
    const foreign: Write = ['seluma.case-1', happened('x'), 'none'];
    const { events, head, positions } = await compared(foreign, ...usual);
    expect([events, head, [...positions]]).toEqual([
      3,
      '4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ]);
  });

  it.each([
    ['ends before', usual.slice(0, 2), { after: 2, stream: 'kaur.case-1', revision: 1n, why: 'missing' }],
    [
      'goes on after',
      [...usual, ['kaur.case-3', happened('d'), 'none'] as Write],
      { after: 3, stream: 'kaur.case-3', why: 'unexpected' },
    ],
    ['has another order', [usual[1]!, usual[0]!, usual[2]!], { after: 0, stream: 'kaur.case-1', why: 'other' }],
    [
      'has another hash',
      [usual[0]!, ['kaur.case-2', { ...b, metadata: { ...b.metadata, hash: 'B' } }, 'none'] as Write, usual[2]!],
      { after: 1, stream: 'kaur.case-2', revision: 0n, why: 'other' },
    ],
  ])('are not the same where the second %s', async (_, others, difference) => {
    await expect(compared(...others)).rejects.toMatchObject(difference);
  });
});
