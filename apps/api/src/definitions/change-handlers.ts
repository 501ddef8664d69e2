import { BackTests, type BackTestReport, type MigrationLine, type MigrationOrder, Migrations } from '@app/domain/policies';
import { Answers, invalidFields } from '@app/platform';
import { CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { newest, type Written } from '../http/answer.js';
import { CommandMetas } from '../http/command-meta.js';
import { Names } from '../http/names.js';
import { ReadDatabase } from '../http/read-database.js';
import { BackTestDraft, MigrateCases, PreviewMigration } from './change-messages.js';
import type { MigrationPreviewRequest } from './change-requests.js';
import type { BackTestResponse, MigrationItem, MigrationPreviewResponse, MigrationResponse } from './change-responses.js';
import { type Callings, callings } from './callings.js';
import { DefinitionShelf } from './definition-shelf.js';

const SHOWN = 100;

@QueryHandler(PreviewMigration)
export class PreviewMigrationHandler implements IQueryHandler<PreviewMigration> {
  constructor(
    private readonly migrations: Migrations,
    private readonly shelf: DefinitionShelf,
    private readonly metas: CommandMetas,
    private readonly names: Names,
    private readonly database: ReadDatabase,
  ) {}

  async execute({ id, wish, asked }: PreviewMigration): Promise<MigrationPreviewResponse> {
    await this.shelf.requireJudge(asked.caller.person);
    const meta = this.metas.of(asked, { subject: asked.caller.person, step: 'preview-migration' });
    const lines = await this.migrations.preview(orderOf(id, wish, ''), meta);
    const holdings = lines.flatMap(({ preview }) => preview.moves.flatMap(({ who }) => who));
    const called = await callings(
      lines.map(({ caseId }) => caseId),
      holdings,
      this.names,
      this.database,
    );
    const items = lines.map((line) => itemOf(line, called));
    return { items, refused: items.filter(({ problems }) => problems.length > 0).length };
  }
}

@CommandHandler(MigrateCases)
export class MigrateCasesHandler implements ICommandHandler<MigrateCases> {
  constructor(
    private readonly migrations: Migrations,
    private readonly shelf: DefinitionShelf,
    private readonly metas: CommandMetas,
    private readonly answers: Answers,
  ) {}

  async execute({ id, wish, asked }: MigrateCases): Promise<Written<MigrationResponse>> {
    await this.shelf.requireJudge(asked.caller.person);
    const meta = this.metas.of(asked, { subject: asked.caller.person, step: 'migrate' });
    // Asked again, there are no cases left that it could be told from: they run on the new version already.
    return this.answers.once(meta, async () => {
      const results = await this.migrations.carryOut(orderOf(id, wish, wish.reason), meta);
      const items = results.map(({ caseId, outcome, code = null }) => ({ caseId, outcome, code }));
      return { body: { items }, position: newest(results.map(({ position }) => position)) };
    });
  }
}

@QueryHandler(BackTestDraft)
export class BackTestDraftHandler implements IQueryHandler<BackTestDraft> {
  constructor(
    private readonly backTests: BackTests,
    private readonly shelf: DefinitionShelf,
    private readonly names: Names,
    private readonly database: ReadDatabase,
  ) {}

  async execute({ id, wish: { document, cases = 1_000 }, caller }: BackTestDraft): Promise<BackTestResponse> {
    await this.shelf.requireWriter(caller.person);
    const { definition } = this.shelf.definitions.readAs(id, document);
    const report = await this.backTests.run(definition, cases);
    const shown = report.tested.filter(({ differs }) => differs.length > 0).slice(0, SHOWN);
    const called = await callings(
      shown.map(({ caseId }) => caseId),
      [],
      this.names,
      this.database,
    );
    return reportOf(report, shown, called);
  }
}

const orderOf = (definition: string, wish: MigrationPreviewRequest, reason: string): MigrationOrder => ({
  definition,
  version: wish.version,
  mapping: Object.fromEntries(Object.entries(wish.mapping ?? {}).map(([from, to]) => [from, keyOf(from, to)])),
  timers: wish.timers ?? 'keep',
  reason,
  ...(wish.only && { only: wish.only }),
  ...(wish.except && { except: wish.except }),
});

const keyOf = (from: string, to: unknown): string => {
  if (typeof to === 'string') return to;
  throw invalidFields([{ field: `mapping.${from}`, code: 'field.is-string', message: 'must be the key of a stage' }]);
};

const itemOf = (
  { caseId, kind, from, preview: { moves, passedOver, problems } }: MigrationLine,
  called: Callings,
): MigrationItem => ({
  caseId,
  subject: called.subjectOf(caseId),
  kind,
  from,
  moves: moves.map(({ before, after, who, ...move }) => ({
    ...move,
    dueOnBefore: before?.dueOn ?? null,
    dueOnAfter: after?.dueOn ?? null,
    ...called.actors(who),
  })),
  passedOver: [...passedOver],
  problems: problems.map((problem) => ({ ...problem })),
});

const reportOf = (
  { cases, same, differing, days, assumed, refused }: BackTestReport,
  shown: BackTestReport['tested'],
  called: Callings,
): BackTestResponse => ({
  cases,
  same,
  differing: { ...differing },
  daysWas: days.was,
  daysWouldBe: days.wouldBe,
  assumed: { ...assumed },
  refused: { ...refused },
  items: shown.map(({ caseId, was, wouldBe, differs, ...more }) => ({
    caseId,
    subject: called.subjectOf(caseId),
    kind: called.kindOf(caseId),
    was: courseOf(was),
    wouldBe: courseOf(wouldBe),
    differs: [...differs],
    assumed: [...more.assumed],
    refused: more.refused.map(({ code }) => code),
  })),
});

const courseOf = ({ path, people, ...course }: BackTestReport['tested'][number]['was']) => ({
  ...course,
  path: [...path],
  people: people.length,
});
