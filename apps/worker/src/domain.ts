import { Reviews } from '@app/domain/audit';
import { Cases, type Surroundings } from '@app/domain/cases';
import { Offices } from '@app/domain/identity';
import { Definitions, type DefinitionTables, versionsOf } from '@app/domain/definitions';
import { type Blobs, type CaseFacts, definitionsInForce, Proposals } from '@app/domain/mutation';
import { PdfDecreePrinter } from '@app/domain/mutation/adapters/pdf-decree-printer';
import { PostgresBlobs } from '@app/domain/mutation/adapters/postgres-blobs';
import { MailOutbox, type MailOutboxTables, Notices, wordsOf, type Words } from '@app/domain/notification';
import { Obligations } from '@app/domain/obligations';
import { predicateRecorder } from '@app/domain/performance';
import {
  Directory,
  DirectorySurroundings,
  type DirectoryTables,
  type FactTables,
  type DeskTables,
  BackTests,
  Migrations,
  PublishedBlueprints,
  ReadModelCaseFacts,
  RememberedFacts,
  runningCases,
  texts,
} from '@app/domain/policies';
import {
  filesInPostgres,
  Importer,
  type ImportReports,
  type ImportReportTables,
  type ImportTables,
  reportsInPostgres,
} from '@app/domain/staffing';
import type { KeyVault, ProjectionRunner } from '@app/event-store';
import { sql } from 'kysely';
import type { Foundation } from './foundation.js';
import { type GovernmentPaper, readLetterhead } from './letterhead.js';

/** The services of the business, as api, worker and command line use them. */
export type Domain = Readonly<{
  /** What the government's paper bears. */
  paper: GovernmentPaper;
  directory: Directory;
  definitions: Definitions;
  facts: CaseFacts;
  proposals: Proposals;
  /** Cases whose dossier is data. */
  cases: Cases;
  surroundings: Surroundings;
  migrations: Migrations;
  backTests: BackTests;
  obligations: Obligations;
  notices: Notices;
  reviews: Reviews;
  offices: Offices;
  blobs: Blobs;
  importer: Importer;
  importReports: ImportReports;
  outbox: MailOutbox;
  words: Words;
}>;

/** A person's id follows from the NIP and does not tell it: the same person twice in an import is one. */
export const personIdOf =
  (vault: KeyVault) =>
  (nip: string): string =>
    vault.pseudonym('person', nip);

/**
 * Builds the services on the foundation, and makes the tables that are theirs.
 * @param runner lets a reader wait for his own write; without it (a command that joins) he reads what there is
 */
export const openDomain = async (foundation: Foundation, runner?: ProjectionRunner): Promise<Domain> => {
  const { config, transactor, vault, calendar, authority, pool, db } = foundation;
  const { tenant } = config;
  const directory = new Directory(db.withTables<DirectoryTables>(), {
    hrAgency: config.hrAgency,
    ...(runner
      ? { waitFor: (position, names) => runner.waitFor(position, names), onChange: (listener) => runner.onChange(listener) }
      : {}),
  });
  const claims: { held?: Proposals['claims'] } = {};
  const heldBy = () => claims.held ?? unreachable();
  const readFacts = new ReadModelCaseFacts({
    db: db.withTables<FactTables>(),
    directory,
    // Cases ask the facts, and the facts ask the cases' claims.
    claims: { heldOnPost: (post) => heldBy().heldOnPost(post), heldOnPerson: (person) => heldBy().heldOnPerson(person) },
    calendar: () => calendar,
    authority: () => authority,
  });
  const facts = new RememberedFacts(readFacts);
  runner?.onChange(({ names }) => {
    if (names.some((name) => name.startsWith('staffing_'))) facts.forget();
  });
  const blobs = await PostgresBlobs.open(pool);
  const definitions = await openDefinitions(foundation, runner);
  const definitionOf = definitionsInForce((id) => definitions.inForce(id));
  const paper = await readLetterhead(config);
  const letterhead = { unitCode: config.hrAgency, ...paper };
  const proposals = new Proposals({
    transactor,
    facts,
    definitionOf,
    blobs,
    printer: new PdfDecreePrinter(),
    tenant,
    letterhead,
  });
  claims.held = proposals.claims;
  const surroundings = new DirectorySurroundings(directory, facts);
  const cases = new Cases({ transactor, surroundings, blueprints: new PublishedBlueprints(definitions), tenant });
  const migrations = new Migrations({
    running: (definition) => runningCases(db.withTables<DeskTables>(), definition),
    versionOf: (id, version) => definitions.of(id, version),
    proposals,
    cases,
  });
  foundation.forgetting.remembers(() => {
    for (const memory of [proposals, cases]) memory.forgetStates();
    facts.forget();
  });
  const importer = new Importer({
    transactor,
    tenant,
    files: await filesInPostgres(db.withTables<ImportTables>()),
    personId: personIdOf(vault),
    predicates: predicateRecorder(transactor, tenant),
  });
  const outbox = new MailOutbox(db.withTables<MailOutboxTables>());
  await outbox.open();
  return {
    paper,
    directory,
    definitions,
    facts,
    proposals,
    cases,
    surroundings,
    migrations,
    backTests: new BackTests({
      store: foundation.store,
      codec: foundation.codec,
      db: db.withTables<DeskTables>(),
      tenant,
      calendar: () => foundation.calendar,
    }),
    obligations: new Obligations(transactor),
    notices: new Notices(transactor),
    reviews: new Reviews(transactor),
    offices: new Offices(transactor, tenant),
    blobs,
    importer,
    importReports: await reportsInPostgres(db.withTables<ImportReportTables>()),
    outbox,
    words: wordsOf(texts),
  };
};

/** What is published is in force here as soon as the read model has it. Before there is one, what came with the program is. */
const openDefinitions = async (foundation: Foundation, runner?: ProjectionRunner): Promise<Definitions> => {
  const { config, transactor, reader, definitions: shipped, db, log } = foundation;
  const tables = db.withTables<DefinitionTables>();
  const definitions = new Definitions({ transactor, tenant: config.tenant, reader, shipped, rows: () => versionsOf(tables) });
  const { rows } = await sql<{ there: boolean }>`select to_regclass('rm.definitions_versions') is not null there`.execute(db);
  if (rows[0]?.there) await definitions.refresh();
  runner?.onChange(({ names }) => {
    if (names.includes('definitions_versions'))
      definitions.refresh().catch((error: unknown) => log.error({ err: error }, 'the definitions are not read anew'));
  });
  return definitions;
};

const unreachable = (): never => {
  throw new Error('the claims are asked before they are there');
};
