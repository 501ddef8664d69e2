import { randomBytes, randomUUID } from 'node:crypto';
import { Codec, type EventStore, type NewEvent, openTransactor, SharedLog, type Transactor } from '@app/event-store';
import { openPool } from '@app/event-store/adapters/pool';
import { openPostgresEventStore } from '@app/event-store/adapters/postgres';
import { openPostgresKeyVault } from '@app/event-store/adapters/postgres-keys';
import { openPostgresProjections } from '@app/event-store/adapters/postgres-projections';
import { workflow } from '@app/workflow';
import { type BenchCase, decisions, deciding, metaFor, newCase, opening, personalFields, readDefinition } from './cases.js';
import { closedLoop, inOrder, type Measured, together } from './load.js';
import { projections } from './projections.js';

/** 64 cases at a time, as in the figures of the peers. */
const producers = 64;
const slices = 4;

type Append = Readonly<{ events: readonly NewEvent[]; expected: bigint | 'none' }>;

export type Round = Readonly<{ floor: Measured; paused: Measured; running: Measured; caughtUpMs: number }>;

/**
 * One round: the floor, the engine with projections paused, and with them running.
 *
 * The floor appends the very events that the engine wrote, prebuilt, to fresh streams of a fresh database on the same
 * server: same table, indexes, group committer and pool, one append for each decision. A decision is acknowledged only once it is durable.
 */
export const measure = (server: string, cases: number): Promise<Round> =>
  onFreshDatabase(server, (connectionString) => measureOn(connectionString, server, cases));

const measureOn = async (connectionString: string, server: string, cases: number): Promise<Round> => {
  const store = await openPostgresEventStore({ connectionString });
  const pool = openPool({ connectionString, max: 2, name: 'bench' });
  const codec = new Codec(await openPostgresKeyVault(pool, randomBytes(32)), { personalFields });
  const log = new SharedLog(store, codec);
  const runner = openPostgresProjections({
    connectionString,
    store,
    log,
    projections,
    onTrouble: (error) => console.error(error),
  });
  try {
    await runner.start();
    await runner.pause();
    const transactor = openTransactor({ store, codec, cached: 4 * cases });
    await decideAll(transactor, await openCases(transactor, Math.ceil(cases / 4))); // warm: code, pages, connections
    const second = await openCases(transactor, cases);
    const { paused, floor } = await onFreshDatabase(server, (fresh) => inTurns(fresh, { store, transactor, cases }));

    runner.resume();
    await runner.waitFor((await store.head()) ?? '', undefined, 120_000);
    const running = await decideAll(transactor, second);
    const ended = performance.now();
    await runner.waitFor((await store.head()) ?? '', undefined, 120_000);
    return { floor, paused, running, caughtUpMs: performance.now() - ended };
  } finally {
    await runner.close();
    await log.close();
    await store.close();
    await pool.end();
  }
};

type Taken = Readonly<{ store: EventStore; transactor: Transactor; cases: number }>;

/** The engine decides a slice of the cases, then the floor appends what that wrote, and so on. */
const inTurns = async (connectionString: string, { store, transactor, cases }: Taken) => {
  const [paused, floor]: [Measured[], Measured[]] = [[], []];
  const other = await openPostgresEventStore({ connectionString });
  try {
    for (let slice = 0; slice < slices; slice += 1) {
      const opened = await openCases(transactor, Math.ceil(cases / slices));
      paused.push(await decideAll(transactor, opened));
      floor.push(await appendAll(other, await recordedAppends(store, opened)));
    }
  } finally {
    await other.close();
  }
  return { paused: together(paused), floor: together(floor) };
};

export const onFreshDatabase = async <T>(server: string, work: (connectionString: string) => Promise<T>): Promise<T> => {
  const pool = openPool({ connectionString: server, max: 1, name: 'bench' });
  const name = `bench_${randomUUID().replaceAll('-', '')}`;
  try {
    await pool.query(`create database ${name}`);
    const result = await work(Object.assign(new URL(server), { pathname: `/${name}` }).href);
    await pool.query(`drop database ${name} with (force)`);
    return result;
  } finally {
    await pool.end();
  }
};

const openCases = async (transactor: Transactor, count: number): Promise<readonly BenchCase[]> => {
  const definition = readDefinition();
  const cases = Array.from({ length: count }, newCase);
  let n = 0;
  await closedLoop(producers, () => {
    const each = cases[n++];
    return (
      each &&
      (async () => {
        for (const command of opening(definition, each))
          await transactor.transact(each.stream, workflow, command, metaFor(each, command));
      })
    );
  });
  return cases;
};

/** Commands come from outside, with their ids: they are made beforehand, as the floor's rows are. */
const decideAll = (transactor: Transactor, cases: readonly BenchCase[]): Promise<Measured> =>
  inOrder(
    producers,
    cases.map((each) =>
      decisions.map((_, step) => {
        const command = deciding(each, step);
        const meta = metaFor(each, command);
        return () => transactor.transact(each.stream, workflow, command, meta);
      }),
    ),
  );

const appendAll = (store: EventStore, appends: readonly (readonly Append[])[]): Promise<Measured> =>
  inOrder(
    producers,
    appends.map((of) => {
      const stream = `bench.floor-${randomUUID()}`;
      return of.map(
        ({ events, expected }) =>
          () =>
            store.append(stream, events, expected),
      );
    }),
  );

/** What the decisions of these cases wrote, one append for each, ready to be written again under other ids. */
const recordedAppends = async (store: EventStore, cases: readonly BenchCase[]): Promise<readonly (readonly Append[])[]> => {
  const all: Append[][] = [];
  for (const { stream } of cases) {
    const appends = new Map<string, NewEvent[]>();
    for await (const { type, version, data, metadata } of store.read(stream)) {
      const events = appends.get(metadata.commandId) ?? [];
      events.push({ id: randomUUID(), type, version, data: data as NewEvent['data'], metadata });
      appends.set(metadata.commandId, events);
    }
    let next = 0n;
    const written = [...appends.values()].slice(2).map((events): Append => {
      const expected = next === 0n ? 'none' : next - 1n;
      next += BigInt(events.length);
      return { events, expected };
    });
    all.push(written);
  }
  return all;
};
