import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Rejection } from '@app/decider';
import { Incidents, NoIncident, type OpenIncident, type Resolved } from '@app/event-store';
import { Answers } from '@app/platform';
import { Command, CommandHandler, type ICommandHandler, type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { Asked, Caller } from '../http/asked.js';
import { CommandMetas } from '../http/command-meta.js';
import { ListRequest } from '../http/list-request.js';
import { Standings } from '../http/standing.js';

const statuses = ['open', 'retried', 'skipped'] as const;

export class IncidentsRequest extends ListRequest {
  @ApiPropertyOptional({ enum: ['open', 'settled'], default: 'open' })
  @IsOptional()
  @IsIn(['open', 'settled'])
  status?: 'open' | 'settled';
}

export class IncidentItem {
  @ApiProperty() id: string;
  @ApiProperty({ enum: ['projection', 'policy'] }) kind: 'projection' | 'policy';
  @ApiProperty({ description: 'Of the read model or the policy' }) name: string;
  @ApiProperty({ enum: statuses }) status: (typeof statuses)[number];
  @ApiProperty() position: string;
  @ApiProperty({ format: 'uuid' }) eventId: string;
  @ApiProperty() eventType: string;
  @ApiProperty({ type: String, nullable: true }) stream: string | null;
  @ApiProperty({ description: 'The first line of the error, without personal data' }) error: string;
  @ApiProperty({ format: 'date-time', description: 'When it stopped, in real time' }) at: string;
  @ApiProperty({ type: String, nullable: true }) reason: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Who chose' }) by: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt: string | null;
}

export class IncidentList {
  @ApiProperty({ type: () => IncidentItem, isArray: true }) items: IncidentItem[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class ResolutionRequest {
  @ApiProperty({ enum: ['retry', 'skip'], description: 'The event once more, or without it for ever' })
  @IsIn(['retry', 'skip'])
  choice: 'retry' | 'skip';

  @ApiPropertyOptional({ maxLength: 1000, description: 'Mandatory with `skip`' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string;
}

export class IncidentSettled {
  @ApiProperty() id: string;
  @ApiProperty({ enum: ['retry', 'skip'] }) choice: 'retry' | 'skip';
  @ApiProperty({ description: 'false: it goes on in the background, or it stopped at the same event again' }) settled: boolean;
}

export class ListIncidents extends Query<IncidentList> {
  constructor(
    readonly asked: IncidentsRequest,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class ResolveIncident extends Command<IncidentSettled> {
  constructor(
    readonly id: string,
    readonly body: ResolutionRequest,
    readonly asked: Asked,
  ) {
    super();
  }
}

@QueryHandler(ListIncidents)
export class ListIncidentsHandler implements IQueryHandler<ListIncidents> {
  constructor(
    private readonly incidents: Incidents,
    private readonly standings: Standings,
  ) {}

  async execute({ asked: { status, limit }, caller }: ListIncidents): Promise<IncidentList> {
    (await this.standings.of(caller.person)).require('ADMIN');
    const items =
      status === 'settled' ? (await this.incidents.resolved(limit)).map(settled) : (await this.incidents.open()).map(open);
    return { items, nextCursor: null };
  }
}

/** How long a caller waits for a read model to catch up. */
const patienceMs = 3_000;

@CommandHandler(ResolveIncident)
export class ResolveIncidentHandler implements ICommandHandler<ResolveIncident> {
  constructor(
    private readonly incidents: Incidents,
    private readonly standings: Standings,
    private readonly metas: CommandMetas,
    private readonly answers: Answers,
  ) {}

  async execute({ id, body: { choice, reason = '' }, asked }: ResolveIncident): Promise<IncidentSettled> {
    (await this.standings.of(asked.caller.person)).require('ADMIN');
    if (choice === 'skip' && reason.trim() === '')
      throw new Rejection('invalid', 'operations.reason-missing', 'An event is skipped for a reason.', {});
    return this.answers.once(this.metas.of(asked), () => this.resolve(id, choice, reason.trim(), asked.caller.person));
  }

  private async resolve(id: string, choice: 'retry' | 'skip', reason: string, by: string): Promise<IncidentSettled> {
    const resolving = this.incidents.resolve(id, { choice, reason, by });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, patienceMs)));
    try {
      await Promise.race([resolving, late]);
    } catch (error) {
      if (!(error instanceof NoIncident)) throw error;
      throw new Rejection('missing', 'operations.incident-unknown', 'There is no such incident.', { id });
    } finally {
      clearTimeout(timer);
    }
    resolving.catch(() => undefined); // what goes wrong later is seen in the list
    return { id, choice, settled: (await this.incidents.open()).every((each) => each.id !== id) };
  }
}

const open = ({ id, kind, name, incident }: OpenIncident): IncidentItem => ({
  ...{ id, kind, name, ...incident, stream: incident.stream ?? null, status: 'open' as const },
  ...{ reason: null, by: null, decidedAt: null },
});

const settled = ({ choice, reason, by, at, ...of }: Resolved): IncidentItem => ({
  ...open(of),
  ...{ status: choice === 'skip' ? ('skipped' as const) : ('retried' as const), reason, by, decidedAt: at },
});
