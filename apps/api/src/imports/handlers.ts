import { Rejection } from '@app/decider';
import type { ImportReport as Report } from '@app/domain/staffing';
import { Answers, type Language } from '@app/platform';
import { CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { CommandMetas } from '../http/command-meta.js';
import { Standings } from '../http/standing.js';
import { ReadImport, StartImport, TryImport } from './messages.js';
import type { DryRunResponse, ImportProgress, ImportReport, ImportStarted } from './responses.js';
import { RunningImports } from './running-imports.js';

/** Who takes files over. */
const importers = ['HR_OFFICER', 'HR_HEAD', 'ADMIN'] as const;

const reportOf = ({ rows, units, posts, people, bad }: Report, language: Language): ImportReport => ({
  rows,
  units,
  posts,
  people,
  bad: bad.map(({ sheet, row, column, value, why }) => ({ sheet, row, column, value, why: why[language] })),
});

@CommandHandler(StartImport)
export class StartImportHandler implements ICommandHandler<StartImport> {
  constructor(
    private readonly imports: RunningImports,
    private readonly standings: Standings,
    private readonly metas: CommandMetas,
    private readonly answers: Answers,
  ) {}

  async execute({ file, asked }: StartImport): Promise<ImportStarted> {
    (await this.standings.of(asked.caller.person)).require(...importers);
    const meta = this.metas.of(asked);
    const begin = async () => ({ id: await this.imports.begin(file.bytes, { actor: meta.actor, at: meta.at }) });
    // A file may be imported again; the same request is not another wish to do so.
    const begun = await this.answers.once(meta, begin);
    // Whoever answered so may have died before the file was accepted.
    return (await this.imports.find(begun.id)) ? begun : begin();
  }
}

@QueryHandler(TryImport)
export class TryImportHandler implements IQueryHandler<TryImport> {
  constructor(
    private readonly imports: RunningImports,
    private readonly standings: Standings,
  ) {}

  async execute({ file, caller }: TryImport): Promise<DryRunResponse> {
    (await this.standings.of(caller.person)).require(...importers);
    return { report: reportOf(await this.imports.check(file.bytes), caller.language) };
  }
}

@QueryHandler(ReadImport)
export class ReadImportHandler implements IQueryHandler<ReadImport> {
  constructor(
    private readonly imports: RunningImports,
    private readonly standings: Standings,
  ) {}

  async execute({ id, caller }: ReadImport): Promise<ImportProgress> {
    (await this.standings.of(caller.person)).require(...importers);
    const found = await this.imports.find(id);
    if (!found) throw new Rejection('missing', 'imports.unknown', 'There is no such import.');
    const { report, ...progress } = found;
    return { id, ...progress, report: report && reportOf(report, caller.language) };
  }
}
