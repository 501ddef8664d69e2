import { randomUUID } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import { Codec, openTransactor, SharedLog } from '@app/event-store';
import { MemoryKeyVault } from '@app/event-store/adapters/memory-keys';
import { openPool } from '@app/event-store/adapters/pool';
import { openPostgresEventStore } from '@app/event-store/adapters/postgres';
import { openPostgresProjections } from '@app/event-store/adapters/postgres-projections';
import { testDatabase } from '@app/event-store/testing';
import { Offices, projections as identityProjections } from '@app/domain/identity';
import { Claims, projections as mutationProjections } from '@app/domain/mutation';
import { predicateRecorder, projections as performanceProjections } from '@app/domain/performance';
import {
  filesInPostgres,
  Importer,
  type ImportTables,
  People,
  personalFields,
  projections as staffingProjections,
  seedDemo,
} from '@app/domain/staffing';
import { ReadModelCaseFacts } from '../case-facts.js';
import type { FactTables } from '../case-facts-queries.js';
import { Directory } from '../directory.js';

export const tenant = 'test';
export const at = '2026-11-24T02:00:00.000Z';

/** What goes with a command of the HR agency. */
export const metaOf = () => {
  const commandId = randomUUID();
  return { actor: 'hr', commandId, correlationId: commandId, causationId: commandId, at, tenant };
};

/** The small demo regency in a PostgreSQL of its own, its read models up to date. For specifications. */
export const openRegency = async () => {
  const database = await testDatabase();
  const { connectionString } = database;
  const store = await openPostgresEventStore({ connectionString });
  const vault = new MemoryKeyVault();
  const codec = new Codec(vault, { personalFields });
  const log = new SharedLog(store, codec);
  const projections = [...staffingProjections, ...identityProjections, ...performanceProjections, ...mutationProjections];
  const runner = openPostgresProjections({ connectionString, store, log, projections });
  await runner.start();
  let queries = 0;
  const pool = openPool({ connectionString, max: 4, name: 'spec' });
  const db = new Kysely<FactTables & ImportTables>({ dialect: new PostgresDialect({ pool }), log: () => void (queries += 1) });

  const transactor = openTransactor({ store, codec });
  const personId = (nip: string) => vault.pseudonym('person', nip);
  const predicates = predicateRecorder(transactor, tenant);
  const importer = new Importer({ transactor, files: await filesInPostgres(db), tenant, personId, predicates });
  const offices = new Offices(transactor, tenant);
  const { accounts } = await seedDemo(
    {
      importer,
      tenant,
      personId,
      grant: (data, meta) => offices.execute({ type: 'GrantOffice', data: { ...data, until: null } }, meta),
    },
    { year: 2026, small: true, at },
  );

  const caughtUp = async () => {
    const head = await store.head();
    if (head !== undefined) await runner.waitFor(head, undefined, 60_000);
  };
  await caughtUp();
  const directory = new Directory(db, {
    hrAgency: 'BKDPSDM',
    waitFor: (position, names) => runner.waitFor(position, names),
    onChange: (listener) => runner.onChange(listener),
  });
  const facts = new ReadModelCaseFacts({
    db,
    directory,
    claims: new Claims(transactor, tenant),
    calendar: () => ({ version: '1', zone: 'Asia/Jakarta', weekend: [6, 7], holidays: [] }),
  });

  return {
    store,
    db,
    directory,
    facts,
    offices,
    people: new People(transactor, tenant),
    caughtUp,
    /** The person behind a demo account. */
    who: (username: string) => accounts.get(username) ?? '',
    /** How many statements the queries have sent so far. */
    queries: () => queries,
    close: async () => {
      await runner.close();
      await log.close();
      await store.close();
      await db.destroy();
      await database.close();
    },
  };
};
