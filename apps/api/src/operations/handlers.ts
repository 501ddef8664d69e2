import { mailOf } from '@app/domain/notification';
import { EventStore, ProjectionRunner } from '@app/event-store';
import { Answers } from '@app/platform';
import { BusinessClock } from '@app/scheduling';
import { CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { behindNow } from '../../../worker/src/behind.js';
import { CommandMetas } from '../http/command-meta.js';
import { keysetOf, pageOf } from '../http/cursor.js';
import { ReadDatabase } from '../http/read-database.js';
import { Standings } from '../http/standing.js';
import { ListProjections, ReadOutbox, RebuildProjection } from './messages.js';
import { Rebuilds } from './rebuilds.js';
import type { MailList, ProjectionList, RebuildStarted } from './responses.js';

export { ListTimersHandler } from './timers.js';

@CommandHandler(RebuildProjection)
export class RebuildProjectionHandler implements ICommandHandler<RebuildProjection> {
  constructor(
    private readonly rebuilds: Rebuilds,
    private readonly standings: Standings,
    private readonly metas: CommandMetas,
    private readonly answers: Answers,
  ) {}

  async execute({ name, asked }: RebuildProjection): Promise<RebuildStarted> {
    (await this.standings.of(asked.caller.person)).require('ADMIN');
    return this.answers.once(this.metas.of(asked), () => this.rebuilds.begin(name));
  }
}

@QueryHandler(ListProjections)
export class ListProjectionsHandler implements IQueryHandler<ListProjections> {
  constructor(
    private readonly runner: ProjectionRunner,
    private readonly store: EventStore,
    private readonly clock: BusinessClock,
    private readonly standings: Standings,
  ) {}

  async execute({ caller }: ListProjections): Promise<ProjectionList> {
    (await this.standings.of(caller.person)).require('ADMIN');
    const [states, behind, holder] = await Promise.all([
      this.runner.status(),
      behindNow(this.store, this.clock),
      this.runner.holder(),
    ]);
    const items = states.map(async ({ name, generation, checkpoint, state, incident }) => {
      const { events, seconds } = await behind(checkpoint);
      return {
        ...{ name, generation, position: checkpoint ?? null },
        status: state === 'building' ? ('rebuilding' as const) : state,
        ...{ lag: events ?? null, age: Math.round(seconds) },
        owner: holder ? `${holder.host} (${holder.pid})` : null,
        error: incident ? `${incident.eventType} at ${incident.position}: ${incident.error}` : null,
      };
    });
    return { items: await Promise.all(items), nextCursor: null };
  }
}

@QueryHandler(ReadOutbox)
export class ReadOutboxHandler implements IQueryHandler<ReadOutbox> {
  constructor(
    private readonly database: ReadDatabase,
    private readonly standings: Standings,
  ) {}

  async execute({ asked: { limit, cursor }, caller }: ReadOutbox): Promise<MailList> {
    (await this.standings.of(caller.person)).require('ADMIN');
    const [at, id] = keysetOf(cursor, 'instant', 'text') ?? [];
    const rows = await mailOf(this.database.db, {
      limit: limit + 1,
      ...(at !== undefined && { after: { at: String(at), id: String(id) } }),
    });
    return pageOf(
      rows,
      limit,
      ({ id, recipient, subject, text, message_id, at, status, attempts, sent_at, error }) => ({
        id,
        to: recipient,
        subject,
        text,
        messageId: message_id,
        at,
        status,
        attempts,
        sentAt: sent_at,
        error,
      }),
      (row) => [row.at, row.id],
    );
  }
}
