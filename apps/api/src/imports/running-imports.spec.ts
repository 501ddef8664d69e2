import { filesInMemory, type ImportFiles, Importer, type ImportReportTables, reportsInPostgres } from '@app/domain/staffing';
import { Codec, openTransactor } from '@app/event-store';
import { MemoryEventStore } from '@app/event-store/adapters/memory';
import { MemoryKeyVault } from '@app/event-store/adapters/memory-keys';
import { openPool } from '@app/event-store/adapters/pool';
import { type TestDatabase, testDatabase } from '@app/event-store/testing';
import { openLog } from '@app/platform';
import { Kysely, PostgresDialect } from 'kysely';
import { RunningImports } from './running-imports.js';

const by = { actor: 'verifikator', at: '2026-11-24T02:00:00.000Z' };
const units = (...rows: readonly string[]) => Buffer.from(['KODE UNIT,NAMA UNIT,INDUK,JENIS UNIT', ...rows].join('\n'));
const agency = units('DIN,Dinas,,OPD');
/** Refused until the agency is there. */
const section = units('DIN.1,Bidang,DIN,UNIT');

describe('an import that two processes are asked about', () => {
  let database: TestDatabase;
  let db: Kysely<ImportReportTables>;

  beforeAll(async () => {
    database = await testDatabase();
    const pool = openPool({ connectionString: database.connectionString, max: 2, name: 'spec' });
    db = new Kysely<ImportReportTables>({ dialect: new PostgresDialect({ pool }) });
  });
  afterAll(async () => {
    await db.destroy();
    await database.close();
  });

  /** Processes over one log and one database, each with a memory of its own. */
  const installation = () => {
    const store = new MemoryEventStore();
    const vault = new MemoryKeyVault();
    const codec = new Codec(vault, { personalFields: { PersonRegistered: ['personal'] } });
    const files = filesInMemory();
    return async (before: () => Promise<unknown> = () => Promise.resolve()) => {
      const save: ImportFiles['save'] = (sha256, bytes) => before().then(() => files.save(sha256, bytes));
      const importer = new Importer({
        transactor: openTransactor({ store, codec }),
        files: { ...files, save },
        tenant: 'test',
        personId: (nip) => vault.pseudonym('person', nip),
        predicates: { record: async () => 0, pending: async () => 0 },
      });
      return new RunningImports(importer, await reportsInPostgres(db), openLog('silent'));
    };
  };

  const ended = async (imports: RunningImports, id: string): Promise<string> => {
    for (;;) {
      const found = await imports.find(id);
      if (found && found.status !== 'running') return found.status;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  it('is told as running while it is imported again, and not as it failed before, by whichever process', async () => {
    const start = installation();
    let go = (): void => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    const [one, other] = [await start(() => held), await start()];
    const id = await other.begin(section, by);
    expect(await ended(other, id)).toBe('failed');
    expect(await one.find(id)).toMatchObject({ status: 'failed', report: { bad: [{ column: 'INDUK', value: 'DIN' }] } });
    expect(await ended(other, await other.begin(agency, by))).toBe('done');

    await one.begin(section, by);
    expect(await other.find(id)).toMatchObject({ status: 'running', report: null });
    expect(await one.find(id)).toMatchObject({ status: 'running', report: null });
    go();
    await ended(one, id);
    const told = [await one.find(id), await other.find(id)];
    expect(told[0]).toEqual(told[1]);
  });

  it('that was interrupted is told as failed by the one that was at it', async () => {
    const start = installation();
    const one = await start(() => Promise.reject(new Error('the disk is full')));
    const id = await one.begin(units('BAR,Badan,,OPD'), by);
    expect(await ended(one, id)).toBe('failed');
  });
});
