import { Rejection } from '@app/decider';
import { Offices, substituteOf, substitutesFrom } from '@app/domain/identity';
import { BusinessClock } from '@app/scheduling';
import { CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Written } from '../http/answer.js';
import { CommandMetas } from '../http/command-meta.js';
import { ReadDatabase } from '../http/read-database.js';
import { Standings } from '../http/standing.js';
import type { PositionResponse } from '../staffing/responses.js';
import { ExecuteOffice, ListSubstitutes, NameSubstitute } from './messages.js';
import type { SubstituteList, SubstituteResponse } from './responses.js';
import { Substituting } from './substituting.js';

/** Who names substitutes. */
const namers = ['HR_HEAD', 'ADMIN'] as const;

@CommandHandler(NameSubstitute)
export class NameSubstituteHandler implements ICommandHandler<NameSubstitute> {
  constructor(
    private readonly offices: Offices,
    private readonly standings: Standings,
    private readonly substituting: Substituting,
    private readonly metas: CommandMetas,
  ) {}

  async execute({ substitute, asked }: NameSubstitute): Promise<Written<SubstituteResponse>> {
    const namer = async () => (await this.standings.of(asked.caller.person)).unlent.require(...namers);
    if (substitute.kind !== 'delegate') await namer();
    await this.substituting.check(substitute);
    const { holders, ...standing } = await this.substituting.standing(substitute);
    // A holder lends his own power himself; everything else is named by HR.
    const lends = substitute.kind === 'delegate' && standing.onBehalfOf === asked.caller.person;
    if (!lends) await namer();
    const meta = this.metas.of(asked);
    const named = { ...substitute, ...standing, id: this.metas.newId(asked, 'substitute') };
    const { position, events } = await this.offices.execute(
      { type: 'NameSubstitute', data: { ...named, holders, by: meta.actor, at: meta.at } },
      meta,
    );
    // As it was recorded: a repeat finds others in office, and is answered as the first time.
    const recorded = events.flatMap((event) => (event.type === 'SubstituteNamed' ? [event.data] : []))[0] ?? named;
    const body = await this.substituting.shown({
      ...recorded,
      from_day: recorded.from,
      until_day: recorded.until,
      on_behalf_of: recorded.onBehalfOf ?? null,
    });
    return { body, position, location: `/api/substitutes/${named.id}` };
  }
}

@CommandHandler(ExecuteOffice)
export class ExecuteOfficeHandler implements ICommandHandler<ExecuteOffice> {
  constructor(
    private readonly offices: Offices,
    private readonly standings: Standings,
    private readonly database: ReadDatabase,
    private readonly metas: CommandMetas,
  ) {}

  async execute({ wish: { data }, asked }: ExecuteOffice): Promise<Written<PositionResponse>> {
    const row = await substituteOf(this.database.db, data.id);
    const lender = row?.kind === 'delegate' && row.on_behalf_of === asked.caller.person;
    if (!lender) (await this.standings.of(asked.caller.person)).unlent.require(...namers);
    if (!row) throw new Rejection('missing', 'identity.unknown-substitute', 'There is no such substitute.');
    const meta = this.metas.of(asked);
    const { position } = await this.offices.execute(
      { type: 'EndSubstitute', data: { office: row.office, id: row.id, on: this.metas.today(), at: meta.at } },
      meta,
    );
    return { body: { position: position ?? null }, position };
  }
}

@QueryHandler(ListSubstitutes)
export class ListSubstitutesHandler implements IQueryHandler<ListSubstitutes> {
  constructor(
    private readonly database: ReadDatabase,
    private readonly substituting: Substituting,
    private readonly clock: BusinessClock,
  ) {}

  async execute(): Promise<SubstituteList> {
    const rows = await substitutesFrom(this.database.db, this.clock.today());
    return { items: await this.substituting.allShown(rows), nextCursor: null };
  }
}
