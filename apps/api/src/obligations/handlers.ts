import { Obligations, obligationsOf, type ObligationRow } from '@app/domain/obligations';
import { BusinessClock } from '@app/scheduling';
import { CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Written } from '../http/answer.js';
import { CommandMetas } from '../http/command-meta.js';
import { keysetOf, pageOf } from '../http/cursor.js';
import { ReadDatabase } from '../http/read-database.js';
import { Standings } from '../http/standing.js';
import type { PositionResponse } from '../staffing/responses.js';
import { CompleteObligation, ListObligations } from './messages.js';
import { ObligationPages } from './pages.js';
import type { ObligationList } from './responses.js';

@CommandHandler(CompleteObligation)
export class CompleteObligationHandler implements ICommandHandler<CompleteObligation> {
  constructor(
    private readonly obligations: Obligations,
    private readonly standings: Standings,
    private readonly metas: CommandMetas,
    private readonly clock: BusinessClock,
  ) {}

  async execute({ id, completion: { note = '', result }, asked }: CompleteObligation): Promise<Written<PositionResponse>> {
    const { offices } = await this.standings.of(asked.caller.person);
    const state = await this.obligations.load(this.metas.tenant, id);
    const meta = this.metas.of(asked, state.status === 'absent' ? {} : { subject: state.obligation.subject });
    const data = { by: meta.actor, offices, note, result: { ...result }, today: this.clock.today(), at: meta.at };
    const { position } = await this.obligations.execute(id, { type: 'CompleteObligation', data }, meta);
    return { body: { position: position ?? null }, position };
  }
}

/** HR, the auditors and those at the top see what everybody owes; others what their own offices do. */
const overseers = ['HR_OFFICER', 'HR_HEAD', 'AUDITOR', 'SECRETARY', 'REGENT'] as const;

@QueryHandler(ListObligations)
export class ListObligationsHandler implements IQueryHandler<ListObligations> {
  constructor(
    private readonly database: ReadDatabase,
    private readonly standings: Standings,
    private readonly pages: ObligationPages,
    private readonly clock: BusinessClock,
  ) {}

  async execute({ asked, caller }: ListObligations): Promise<ObligationList> {
    const { kind, status, mine, caseId, limit, cursor } = asked;
    const standing = await this.standings.of(caller.person);
    const today = this.clock.today();
    const [dueOn, id] = keysetOf(cursor, 'day', 'text') ?? [];
    const rows = await obligationsOf(this.database.db, {
      today,
      limit: limit + 1,
      ...(kind && { kind }),
      ...(status && { status }),
      ...(caseId && { caseId }),
      ...((mine === 'true' || !standing.has(...overseers)) && { offices: standing.offices }),
      ...(dueOn !== undefined && { after: { dueOn: String(dueOn), id: String(id) } }),
    });
    const item = await this.pages.itemsOf(rows, standing, today);
    return pageOf(rows, limit, item, (row: ObligationRow) => [row.due_on, row.id]);
  }
}
