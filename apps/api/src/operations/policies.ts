import { ApiProperty } from '@nestjs/swagger';
import { EventStore, Incidents } from '@app/event-store';
import { BusinessClock } from '@app/scheduling';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { behindNow } from '../../../worker/src/behind.js';
import type { Caller } from '../http/asked.js';
import { Standings } from '../http/standing.js';

export class PolicyItem {
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) position: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Events behind the log; null where positions do not count' })
  lag: number | null;
  @ApiProperty({ description: 'Seconds since the oldest event that it has not seen' }) age: number;
  @ApiProperty({ description: 'Events that were put aside' }) parked: number;
}

export class PolicyList {
  @ApiProperty({ type: () => PolicyItem, isArray: true }) items: PolicyItem[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
}

export class ListPolicies extends Query<PolicyList> {
  constructor(readonly caller: Caller) {
    super();
  }
}

@QueryHandler(ListPolicies)
export class ListPoliciesHandler implements IQueryHandler<ListPolicies> {
  constructor(
    private readonly incidents: Incidents,
    private readonly store: EventStore,
    private readonly clock: BusinessClock,
    private readonly standings: Standings,
  ) {}

  async execute({ caller }: ListPolicies): Promise<PolicyList> {
    (await this.standings.of(caller.person)).require('ADMIN');
    const behind = await behindNow(this.store, this.clock);
    const items = (await this.incidents.policies()).map(async ({ name, checkpoint, parked }) => {
      const { events, seconds } = await behind(checkpoint);
      return { name, position: checkpoint ?? null, lag: events ?? null, age: Math.round(seconds), parked };
    });
    return { items: await Promise.all(items), nextCursor: null };
  }
}
