import { randomUUID } from 'node:crypto';
import { type Decider, type Message, Rejection } from '@app/decider';
import { MemoryEventStore } from './adapters/memory.js';
import { MemoryKeyVault } from './adapters/memory-keys.js';
import { openTransactor } from './cached-transactor.js';
import { Codec } from './codec.js';
import { type Recorded, WrongRevision } from './event-store.js';
import { verifyChain } from './hash.js';
import type { CommandMeta } from './transactor.js';

type Command =
  Message<'Deposit', { amount: number; note?: string }> | Message<'Close', object> | Message<'DepositTwice', { amount: number }>;
type Event = Message<'Deposited', { amount: number; note?: string }> | Message<'Closed', object>;
type Account = Readonly<{ balance: number; closed: boolean; notes: readonly unknown[] }>;

const account: Decider<Command, Event, Account> = {
  initial: { balance: 0, closed: false, notes: [] },
  decide: ({ type, data }, { closed }) => {
    if (type === 'Close') return closed ? [] : [{ type: 'Closed', data: {} }];
    if (closed) return new Rejection('conflict', 'account.closed', 'The account is closed.');
    const deposited: Event = { type: 'Deposited', data };
    return type === 'Deposit' ? [deposited] : [deposited, deposited];
  },
  evolve: (state, { type, data }) =>
    type === 'Closed'
      ? { ...state, closed: true }
      : { ...state, balance: state.balance + data.amount, notes: [...state.notes, data.note] },
};

const deposit = (amount: number, note?: string): Command => ({
  type: 'Deposit',
  data: note === undefined ? { amount } : { amount, note },
});
const deposited: Event = { type: 'Deposited', data: { amount: 1, note: 'from his mother' } };
const close: Command = { type: 'Close', data: {} };

const metaOf = (commandId: string = randomUUID(), more: Partial<CommandMeta> = {}): CommandMeta => ({
  actor: 'ana',
  commandId,
  correlationId: commandId,
  causationId: commandId,
  at: '2026-03-02T09:00:00.000Z',
  tenant: 'test',
  subject: 'person-1',
  ...more,
});

const personalFields = { Deposited: ['note'] };

const opened = () => {
  const store = new MemoryEventStore();
  const vault = new MemoryKeyVault();
  const codec = new Codec(vault, { personalFields });
  const open = () => openTransactor({ store, codec });
  return { store, vault, codec, transactor: open(), another: open(), stream: `account-${randomUUID()}` };
};

const all = async (events: AsyncIterable<Recorded>) => {
  const list: Recorded[] = [];
  for await (const event of events) list.push(event);
  return list;
};

describe('a command', () => {
  it('is decided on the state and recorded', async () => {
    const { transactor, stream } = opened();
    await transactor.transact(stream, account, deposit(2), metaOf());
    const outcome = await transactor.transact(stream, account, deposit(3), metaOf());
    expect(outcome).toMatchObject({
      revision: 1n,
      repeated: false,
      state: { balance: 5 },
      events: [{ type: 'Deposited', revision: 1n }],
    });
    expect(await transactor.load(stream, account)).toMatchObject({ revision: 1n, state: { balance: 5 } });
  });

  it('that changes nothing records nothing', async () => {
    const { transactor, stream } = opened();
    await transactor.transact(stream, account, close, metaOf());
    expect(await transactor.transact(stream, account, close, metaOf())).toMatchObject({
      revision: 0n,
      events: [],
      repeated: false,
    });
  });

  it('is answered again as the first time, for ever and by every process', async () => {
    const { transactor, another, store, codec, stream } = opened();
    const meta = metaOf();
    const first = await transactor.transact(stream, account, { type: 'DepositTwice', data: { amount: 1 } }, meta);
    await transactor.transact(stream, account, close, metaOf());
    for (const later of [transactor, another, openTransactor({ store, codec })]) {
      const again = await later.transact(stream, account, { type: 'DepositTwice', data: { amount: 1 } }, meta, { expected: 5n });
      expect(again).toMatchObject({ repeated: true, revision: 1n, position: first.position });
      expect(again.events.map(({ id }) => id)).toEqual(first.events.map(({ id }) => id));
    }
    expect(await all(store.read(stream))).toHaveLength(3);
  });

  it('that two processes carry out at once is recorded once, and the chain goes on from what was recorded', async () => {
    const { transactor, another, store, stream } = opened();
    await transactor.transact(stream, account, deposit(1), metaOf());
    await another.load(stream, account);
    const meta = metaOf();
    const first = await transactor.transact(stream, account, deposit(1, 'sealed'), meta);
    const again = await another.transact(stream, account, deposit(1, 'sealed'), { ...meta, at: '2026-03-02T09:00:01.000Z' });
    expect(again).toMatchObject({ repeated: true, position: first.position, events: [{ metadata: { at: meta.at } }] });
    await another.transact(stream, account, deposit(1), metaOf());
    expect(await verifyChain(store.read(stream))).toMatchObject({ intact: true, events: 3 });
  });

  it('on a stream that is likely new is decided without a look at the store, and with one where it is not new', async () => {
    const { transactor, another, store, codec, stream } = opened();
    const looks: string[] = [];
    const watched = openTransactor({
      store: Object.assign(Object.create(store) as typeof store, {
        read: (...args: Parameters<typeof store.read>) => (looks.push(args[0]), store.read(...args)),
      }),
      codec,
    });
    const meta = metaOf();
    const first = await watched.transact(stream, account, deposit(1), meta, { likelyNew: true });
    expect(looks).toEqual([]);
    await transactor.transact(stream, account, deposit(1), metaOf());
    const again = await another.transact(stream, account, deposit(1), meta, { likelyNew: true });
    expect(again).toMatchObject({ position: first.position });
    const other = openTransactor({ store, codec });
    expect(await other.transact(stream, account, deposit(1), metaOf(), { likelyNew: true })).toMatchObject({ revision: 2n });
    expect(await verifyChain(store.read(stream))).toMatchObject({ intact: true, events: 3 });
  });

  it('is refused when its id was used for another body', async () => {
    const { transactor, stream } = opened();
    const id = randomUUID();
    await transactor.transact(stream, account, deposit(1), metaOf(id, { commandHash: 'one' }));
    const again = transactor.transact(stream, account, deposit(2), metaOf(id, { commandHash: 'two' }));
    await expect(again).rejects.toMatchObject({ code: 'command.id-reused', kind: 'invalid' });
  });

  it('is refused by the rules', async () => {
    const { transactor, stream } = opened();
    await transactor.transact(stream, account, close, metaOf());
    await expect(transactor.transact(stream, account, deposit(1), metaOf())).rejects.toMatchObject({ code: 'account.closed' });
  });

  it('loses no race that it can win by looking again', async () => {
    const { transactor, another, stream } = opened();
    await transactor.transact(stream, account, deposit(1), metaOf());
    await another.transact(stream, account, deposit(1), metaOf());
    expect(await transactor.transact(stream, account, deposit(1), metaOf())).toMatchObject({
      revision: 2n,
      state: { balance: 3 },
    });
  });

  it('is not refused on a state that another process has moved on from', async () => {
    const { store, codec, stream, transactor } = opened();
    const open: Decider<Command, Event, Account> = {
      ...account,
      decide: (command, state) =>
        state.balance === 0 ? new Rejection('conflict', 'account.empty', 'Nothing was paid in.') : account.decide(command, state),
    };
    const stale = openTransactor({ store, codec });
    await transactor.transact(stream, account, { type: 'Deposit', data: { amount: 0 } }, metaOf());
    await expect(stale.transact(stream, open, close, metaOf())).rejects.toMatchObject({ code: 'account.empty' });
    await transactor.transact(stream, account, deposit(1), metaOf());
    expect(await stale.transact(stream, open, close, metaOf())).toMatchObject({ state: { closed: true } });
  });

  it('with an expected revision is not tried again', async () => {
    const { transactor, another, stream } = opened();
    await transactor.transact(stream, account, deposit(1), metaOf());
    await another.transact(stream, account, deposit(1), metaOf(), { expected: 0n });
    await expect(transactor.transact(stream, account, deposit(1), metaOf(), { expected: 0n })).rejects.toThrow(WrongRevision);
    expect(await transactor.transact(stream, account, deposit(1), metaOf(), { expected: 1n })).toMatchObject({ revision: 2n });
  });

  it('finds a state in memory good enough that holds the event it answers', async () => {
    const { transactor, another, stream } = opened();
    await transactor.transact(stream, account, deposit(1), metaOf());
    await another.load(stream, account);
    await transactor.transact(stream, account, deposit(1), metaOf());
    expect(await another.load(stream, account, 0n)).toMatchObject({ revision: 0n, state: { balance: 1 } });
    expect(await another.load(stream, account, 1n)).toMatchObject({ revision: 1n, state: { balance: 2 } });
    expect(await another.load(stream, account, 0n)).toMatchObject({ revision: 1n });
  });

  it('races a hundred others without losing one', async () => {
    const { transactor, another, store, stream } = opened();
    const racing = Array.from({ length: 100 }, (_, n) =>
      (n % 2 ? transactor : another).transact(stream, account, deposit(1), metaOf(), { attempts: 200 }),
    );
    await Promise.all(racing);
    expect((await transactor.load(stream, account)).state.balance).toBe(100);
    expect(await verifyChain(store.read(stream))).toMatchObject({ intact: true, events: 100 });
  });
});

describe('what is personal', () => {
  it('is stored encrypted, read in clear, and gone once the person is forgotten, with the chain whole', async () => {
    const { transactor, store, codec, vault, stream } = opened();
    await transactor.transact(stream, account, deposit(1, 'from his mother'), metaOf());
    expect(JSON.stringify((await all(store.read(stream)))[0]?.data)).not.toContain('mother');
    expect((await openTransactor({ store, codec }).load(stream, account)).state.notes).toEqual(['from his mother']);

    await vault.forget('person-1');
    transactor.forgetStates();
    expect((await transactor.load(stream, account)).state.notes).toEqual([null]);
    await transactor.transact(stream, account, deposit(1, 'too late'), metaOf());
    transactor.forgetStates();
    expect((await transactor.load(stream, account)).state).toMatchObject({ balance: 2, notes: [null, null] });
    expect(await verifyChain(store.read(stream))).toMatchObject({ intact: true, events: 2 });
  });

  it('is no longer read in clear by the process that wrote it, once the person is forgotten', async () => {
    const { transactor, codec, vault } = opened();
    // What is appended is kept as it was handed over, as a store does for its own readers.
    const sealed = codec.encode(deposited, randomUUID(), 'person-1', await vault.keyFor('person-1'));
    const event = { type: 'Deposited', version: 1, data: sealed } as Recorded;
    expect((await codec.decode([event]))[0]?.data).toEqual(deposited.data);
    await vault.forget('person-1');
    transactor.forgetStates();
    expect((await codec.decode([event]))[0]?.data).toEqual({ amount: 1, note: null });
  });

  it('is not written without knowing whose it is', async () => {
    const { transactor, stream } = opened();
    const { subject: _, ...nobody } = metaOf();
    await expect(transactor.transact(stream, account, deposit(1, 'x'), nobody)).rejects.toThrow('names no subject');
  });
});
