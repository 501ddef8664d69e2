import { heldClaims, type MutationTables } from '@app/domain/mutation';
import { MailRoom, type Mailer, markedIn, OutboxOnly, SmtpMailer } from '@app/domain/notification';
import {
  type Contact,
  type DeskTables,
  dispatch,
  DueInstantsTable,
  type DueInstantsTables,
  OrphanClaims,
  policies,
  type PolicyDeps,
  VacancyWatch,
  waitingCases,
} from '@app/domain/policies';
import type { StaffingTables } from '@app/domain/staffing';
import { type PolicyRunner, type ProjectionRunner, WaitingBatch } from '@app/event-store';
import { openPostgresPolicies } from '@app/event-store/adapters/postgres-policies';
import { Answers, type AnswerTables, type AuthTables, type Health, masterKeyOf, type Metrics } from '@app/platform';
import { Sweeper, type Timers } from '@app/scheduling';
import { postgresTimers, redisTimers } from '@app/scheduling/adapters/bullmq';
import { sql } from 'kysely';
import type { Domain } from './domain.js';
import { openErasure } from './erasure.js';
import type { Foundation } from './foundation.js';
import { repeating } from './repeating.js';
import { watchWork } from './watch.js';

export type WorkerParts = Readonly<{
  foundation: Foundation;
  domain: Domain;
  projections: ProjectionRunner;
  health: Health;
  metrics: Metrics;
}>;

const mailEveryMs = 2_000;
/** An office may fall vacant while a case waits for it. */
const vacanciesEveryMs = 5 * 60_000;
const orphansEveryMs = 10 * 60_000;
/** What failed again and again may have failed for what has been mended since. Every reaction may be repeated. */
const parkedEveryMs = 10 * 60_000;
const answersEveryMs = 60 * 60_000;

/** Starts everything that happens without being asked for: policies, timers, mail. The read models run already. */
export const startWorker = async (parts: WorkerParts): Promise<Readonly<{ policies: PolicyRunner }>> => {
  const { foundation, domain } = parts;
  const { closing, log, store, sharedLog, connectionString } = foundation;
  const mail = openMail(parts);
  const instants = new DueInstantsTable(foundation.db.withTables<DueInstantsTables>());
  const deps = policyDeps(parts, mail, instants);

  const runner = openPostgresPolicies({ connectionString, store, log: sharedLog, policies, deps });
  closing.add('the policies', () => runner.close());
  await runner.start();

  const timers = await openTimers(foundation);
  closing.add('the timers', () => timers.close());
  parts.health.add('queue', async () =>
    timers.isReachable() ? { status: 'ok' } : { status: 'degraded', why: 'Redis does not answer: reminders are late' },
  );
  const watched = watchWork({ ...parts, policies: runner, instants });
  const sweeper = new Sweeper({
    timers,
    clock: foundation.clock,
    instants,
    fire: dispatch(deps, instants),
    onFired: watched.fired,
    onError: (error) => log.error({ err: error }, 'the sweeper failed'),
  });
  sweeper.start();
  closing.add('the sweeper', () => sweeper.stop());

  const orphans = new OrphanClaims(deps);
  const freeOrphans = async () => orphans.sweep(await heldClaims(foundation.db.withTables<MutationTables>()));
  repeating(foundation, {
    what: 'the freeing of claims',
    failed: 'claims were not freed',
    everyMs: orphansEveryMs,
    run: freeOrphans,
  });
  const watch = new VacancyWatch(deps);
  const findVacancies = async () => watch.sweep(await waitingCases(foundation.db.withTables<DeskTables>()));
  repeating(foundation, {
    what: 'the watch for vacancies',
    failed: 'vacancies were not looked for',
    everyMs: vacanciesEveryMs,
    run: findVacancies,
  });
  repeating(foundation, {
    what: 'the parked events',
    failed: 'parked events were not tried again',
    everyMs: parkedEveryMs,
    run: () => runner.retryParked(),
    atOnce: true,
  });
  await clearAnswers(foundation);
  closing.add('the mail', () => mail.stop());
  repeating(foundation, {
    what: 'the delivery of mail',
    failed: 'mail was not delivered',
    everyMs: mailEveryMs,
    run: () => mail.deliver(),
  });
  // An import that an earlier process left is carried out in the background.
  void domain.importer
    .resume()
    .catch((error: unknown) => closing.begun || log.error({ err: error }, 'an import could not be resumed'));
  return { policies: runner };
};

/** What was answered to requests is kept for as long as somebody may ask again; see `answersKept`. */
const clearAnswers = async (foundation: Foundation): Promise<void> => {
  const answers = new Answers(foundation.db.withTables<AnswerTables>(), masterKeyOf(foundation.config));
  await answers.open();
  repeating(foundation, {
    what: 'the clearing of answers',
    failed: 'old answers were not cleared',
    everyMs: answersEveryMs,
    run: () => answers.clear(),
    atOnce: true,
  });
};

const openTimers = ({ config, connectionString, log }: Foundation): Promise<Timers> => {
  const options = {
    queue: `alur-${config.tenant}`,
    onError: (error: Error) => log.warn({ err: error }, 'the queue is in trouble'),
  };
  return config.profile !== 'embedded' && config.redisUrl
    ? redisTimers(config.redisUrl, options)
    : postgresTimers(connectionString, options);
};

const openMail = ({ foundation: { config, closing, clock }, domain: { outbox, notices } }: WorkerParts): MailRoom => {
  const mailer: Mailer = config.mail.smtpUrl ? new SmtpMailer(config.mail.smtpUrl, config.mail.from) : new OutboxOnly();
  closing.add('the mail server', () => mailer.close());
  return new MailRoom({
    outbox,
    mailer,
    carries: config.mail.smtpUrl !== undefined,
    ...markedIn(notices, config.tenant, () => clock.now()),
  });
};

const policyDeps = ({ foundation, domain, projections }: WorkerParts, mail: MailRoom, instants: DueInstantsTable): PolicyDeps => {
  const { config, transactor, clock } = foundation;
  const { directory, facts, proposals, cases, surroundings, obligations, notices, reviews, words } = domain;
  const contacts = new WaitingBatch((asked: readonly string[]) => contactsOf(foundation, asked));
  return {
    tenant: config.tenant,
    clock: { now: () => clock.now(), today: () => clock.today() },
    transactor,
    facts,
    offices: directory,
    cases: proposals,
    otherCases: cases,
    surroundings,
    openWaits: () => instants.keys(),
    claims: proposals.claims,
    obligations,
    notices,
    reviews,
    mail,
    readModels: { reached: (position, names) => projections.waitFor(position, names, 30_000) },
    erasure: openErasure({ foundation, projections }),
    contactOf: (person) => contacts.get(person),
    words,
    baseUrl: config.publicUrl,
  };
};

/** How people are written to, those who are asked for at the same time together. */
const contactsOf = async ({ db }: Foundation, asked: readonly string[]): Promise<(person: string) => Contact | undefined> => {
  const people = await db
    .withTables<StaffingTables>()
    .selectFrom('staffing_people')
    .select(['id', 'name', 'email'])
    .where(sql<boolean>`id = any(${asked}::text[])`)
    .execute();
  const accounts = await db
    .withTables<AuthTables>()
    .selectFrom('app.accounts')
    .select(['person_id', 'language'])
    .where(sql<boolean>`person_id = any(${asked}::text[])`)
    .execute();
  const languages = new Map(accounts.map(({ person_id, language }) => [person_id, language]));
  const contacts = new Map(
    people.map(({ id, name, email }) => [id, { name, email, language: languages.get(id) === 'en' ? 'en' : 'id' } as const]),
  );
  return (person) => contacts.get(person);
};
