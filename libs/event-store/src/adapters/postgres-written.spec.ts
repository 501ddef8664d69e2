import { Signal } from '../signal.js';
import { Written } from './postgres-written.js';

const metadata = {
  actor: 'a',
  commandId: 'c',
  correlationId: 'c',
  causationId: 'c',
  at: '',
  tenant: 't',
  hash: '',
  previousHash: '',
};
const event = (characters: number, id = 'A') => ({
  ...{ id, type: 'Happened', version: 1, data: {}, metadata },
  text: { data: 'x'.repeat(characters), metadata: '' },
});
const positions = (written: Written, after: bigint, upTo: bigint) => written.between(after, upTo).map(({ position }) => position);

describe('what a process wrote last', () => {
  it('is found behind a position, up to another and to the first gap', () => {
    const written = new Written(10);
    written.add('t.a', [event(1), event(1)], 0n, 1n);
    written.add('t.b', [event(1)], 0n, 3n);
    written.add('t.c', [event(1)], 0n, 5n); // another process wrote the fourth
    expect([
      positions(written, 0n, 5n),
      positions(written, 1n, 2n),
      positions(written, 3n, 5n),
      positions(written, 4n, 5n),
    ]).toEqual([['1', '2', '3'], ['2'], [], ['5']]);
  });

  it('is no more than so many events: an older one is not taken for a newer one in its place', () => {
    const written = new Written(4);
    for (let at = 1n; at <= 6n; at += 1n) written.add('t.a', [event(1)], at - 1n, at);
    expect([positions(written, 0n, 6n), positions(written, 2n, 6n), positions(written, 6n, 10n)]).toEqual([
      [],
      ['3', '4', '5', '6'],
      [],
    ]);
  });

  it('is no longer than so many characters, and the newest is always there', () => {
    const written = new Written(100, 1_000);
    for (let at = 1n; at <= 50n; at += 1n) written.add('t.a', [event(300)], at - 1n, at);
    expect([positions(written, 46n, 50n), positions(written, 47n, 50n)]).toEqual([[], ['48', '49', '50']]);
    written.add('t.a', [event(5_000)], 50n, 51n);
    expect([positions(written, 49n, 51n), positions(written, 50n, 51n)]).toEqual([[], ['51']]);
    written.add('t.a', [event(300)], 51n, 1_000n); // after many of others
    expect([positions(written, 50n, 51n), positions(written, 999n, 1_000n)]).toEqual([[], ['1000']]);
  });

  it('is waited for where its commit is heard of before its answer, and others are waited for no longer', async () => {
    const written = new Written();
    const answer = new Signal();
    const answered = answer.next();
    const writing = written.writing(async () => {
      await answered;
      written.add('t.a', [event(1)], 0n, 1n);
    });
    const [own, others] = [written.soon(0n, 1n), written.soon(6n, 7n)];
    answer.raise();
    await writing;
    expect((await own).map(({ position }) => position)).toEqual(['1']);
    expect(await others).toEqual([]);
    expect(await written.soon(1n, 2n)).toEqual([]);
  });
});
