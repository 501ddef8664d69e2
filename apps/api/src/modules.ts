import { Reviews } from '@app/domain/audit';
import { Offices } from '@app/domain/identity';
import { Cases } from '@app/domain/cases';
import { Blobs, CaseFacts, promisesOn, Proposals } from '@app/domain/mutation';
import { Notices } from '@app/domain/notification';
import { Obligations } from '@app/domain/obligations';
import { BackTests, Directory, Migrations, texts } from '@app/domain/policies';
import { People } from '@app/domain/staffing';
import { EventStore, Incidents, ProjectionRunner, Transactor } from '@app/event-store';
import { Accounts, Answers, LiveFeed, PasswordSigning, platformTexts, Signing } from '@app/platform';
import { BusinessClock } from '@app/scheduling';
import { type DynamicModule, Module, type Provider, type Type } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ReviewPages } from './audit/pages.js';
import { CaseBook } from './cases/case-book.js';
import { controllersOf } from './controllers.js';
import { checkHandlers } from './cqrs-check.js';
import { handlers, messages } from './handlers.js';
import { CommandMetas } from './http/command-meta.js';
import { Names } from './http/names.js';
import { ReadDatabase } from './http/read-database.js';
import { Standings } from './http/standing.js';
import { rimTexts } from './http/texts.js';
import { Wording } from './http/wording.js';
import { DefinitionShelf } from './definitions/definition-shelf.js';
import { DemoAccounts } from './identity/demo-accounts.js';
import { SignIn } from './identity/sign-in.js';
import { Substituting } from './identity/substituting.js';
import { RunningImports } from './imports/running-imports.js';
import { CaseAccess } from './mutation/case-access.js';
import { CaseLines } from './mutation/case-lines.js';
import { CaseTitles } from './mutation/case-titles.js';
import { EligibilityPages } from './mutation/eligibility-page.js';
import { ProposalPages } from './mutation/proposal-pages.js';
import { TimelinePages } from './mutation/timeline-page.js';
import { ObligationPages } from './obligations/pages.js';
import { Rebuilds } from './operations/rebuilds.js';
import type { Parts } from './parts.js';
import { Promises } from './staffing/promises.js';

@Module({})
class RimModule {}

/** What the handlers ask for by class. */
type Given = readonly (readonly [token: abstract new (...given: never[]) => unknown, value: unknown])[];

const servicesOf = ({ foundation, domain, projections, incidents, accounts, answers, signIn, feed }: Parts): Given => [
  [EventStore, foundation.store],
  [Transactor, foundation.transactor],
  [BusinessClock, foundation.clock],
  [ProjectionRunner, projections],
  [Incidents, incidents],
  [Accounts, accounts],
  [Answers, answers],
  [SignIn, signIn],
  [Signing, new PasswordSigning(accounts)],
  [LiveFeed, feed],
  [Directory, domain.directory],
  [CaseFacts, domain.facts],
  [Proposals, domain.proposals],
  [Cases, domain.cases],
  [Migrations, domain.migrations],
  [BackTests, domain.backTests],
  [Blobs, domain.blobs],
  [Obligations, domain.obligations],
  [Notices, domain.notices],
  [Reviews, domain.reviews],
  [Offices, domain.offices],
  [People, new People(foundation.transactor, foundation.config.tenant)],
];

const pagesOf = ({ foundation, domain, projections, demo }: Parts): Given => {
  const { clock, config, log } = foundation;
  const { proposals, cases, surroundings, facts, directory } = domain;
  const database = new ReadDatabase(foundation.db);
  const names = new Names(facts, directory, database);
  const standings = new Standings(directory, clock);
  const wording = new Wording({ ...platformTexts, ...rimTexts, ...texts }, clock);
  const titles = new CaseTitles(database);
  const imports = new RunningImports(domain.importer, domain.importReports, log);
  foundation.forgetting.remembers(() => imports.forgetReports());
  return [
    [ReadDatabase, database],
    [Names, names],
    [Standings, standings],
    [DefinitionShelf, new DefinitionShelf(database, standings, domain.definitions)],
    [Wording, wording],
    [CommandMetas, new CommandMetas(config.tenant, clock)],
    [CaseTitles, titles],
    [CaseLines, new CaseLines(names, titles, database)],
    [CaseAccess, new CaseAccess({ proposals, facts, clock, standings, wording })],
    [CaseBook, new CaseBook({ cases, proposals, facts, surroundings, clock, wording, standings })],
    [ProposalPages, new ProposalPages(proposals, standings, wording, clock)],
    [EligibilityPages, new EligibilityPages(proposals, standings, wording, clock)],
    [TimelinePages, new TimelinePages(names, standings, foundation.sharedLog, config.tenant)],
    [ObligationPages, new ObligationPages(names, wording)],
    [ReviewPages, new ReviewPages(names, titles, cases)],
    [Substituting, new Substituting(names, directory)],
    [DemoAccounts, new DemoAccounts(demo)],
    [RunningImports, imports],
    [Rebuilds, new Rebuilds(projections, log)],
    [Promises, new Promises((posts) => promisesOn(database.db, posts))],
  ];
};

/**
 * Everything under `/api`, over opened parts.
 * @throws Error when a command or a query has not exactly one handler
 */
export const rimModule = (parts: Parts): DynamicModule => {
  checkHandlers(messages, handlers);
  const { clock, store } = parts.foundation;
  clock.onJump(() => void store.head().then((head = '0') => parts.feed.publish('clock', head)));
  const given: Provider[] = [...servicesOf(parts), ...pagesOf(parts)].map(([provide, useValue]) => ({ provide, useValue }));
  const handling: Type[] = [...handlers];
  return {
    module: RimModule,
    imports: [CqrsModule.forRoot()],
    controllers: controllersOf(parts),
    providers: [...given, ...handling],
  };
};
