import { Rejection } from '@app/decider';
import { employees, maskNip, People, type PersonCommand, positionMap, positions, unitsOf } from '@app/domain/staffing';
import { BusinessClock } from '@app/scheduling';
import { CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Written } from '../http/answer.js';
import { CommandMetas } from '../http/command-meta.js';
import { cursorOf, keysetOf } from '../http/cursor.js';
import { ReadDatabase } from '../http/read-database.js';
import { Standings } from '../http/standing.js';
import { ExecutePerson, ListEmployees, ListPositions, ListUnits, type PersonWish, ReadPositionMap } from './messages.js';
import { Promises } from './promises.js';
import type { EmployeeList, PositionList, PositionMapResponse, PositionResponse, UnitList } from './responses.js';

const commandOf = (id: string, { type, data }: PersonWish, newId: string, at: string): PersonCommand => {
  switch (type) {
    case 'ChangeStatus':
      return { type: 'ChangeEmploymentStatus', data: { id, ...data, at } };
    case 'ImposeSanction':
      return { type: 'ImposeSanction', data: { id, sanction: { ...data, id: newId, until: data.until ?? null }, at } };
  }
};

@CommandHandler(ExecutePerson)
export class ExecutePersonHandler implements ICommandHandler<ExecutePerson> {
  constructor(
    private readonly people: People,
    private readonly standings: Standings,
    private readonly metas: CommandMetas,
  ) {}

  async execute({ id, wish, asked }: ExecutePerson): Promise<Written<PositionResponse>> {
    (await this.standings.of(asked.caller.person)).require('HR_OFFICER', 'HR_HEAD');
    const meta = this.metas.of(asked);
    const { position } = await this.people.execute(commandOf(id, wish, this.metas.newId(asked, 'sanction'), meta.at), meta);
    return { body: { position: position ?? null }, position };
  }
}

@QueryHandler(ListEmployees)
export class ListEmployeesHandler implements IQueryHandler<ListEmployees> {
  constructor(
    private readonly database: ReadDatabase,
    private readonly standings: Standings,
  ) {}

  async execute({ asked: { query, unit, limit, cursor }, caller }: ListEmployees): Promise<EmployeeList> {
    keysetOf(cursor, 'count', 'text', 'text');
    const standing = await this.standings.of(caller.person);
    const first = await this.standings.agenciesOf(caller.person);
    const seesNip = standing.seesPersonalNumbers;
    const page = await employees(this.database.db, { query, seesNip, unit, limit, cursor, first });
    const open = (id: string) => standing.seesPersonalNumbers || id === standing.person;
    return {
      items: page.items.map((item) => (open(item.id) ? item : { ...item, nip: maskNip(item.nip) })),
      nextCursor: page.nextCursor,
    };
  }
}

@QueryHandler(ListPositions)
export class ListPositionsHandler implements IQueryHandler<ListPositions> {
  constructor(
    private readonly database: ReadDatabase,
    private readonly standings: Standings,
    private readonly promises: Promises,
  ) {}

  async execute({ asked: { vacant, query, agency, unit, limit, cursor }, caller }: ListPositions): Promise<PositionList> {
    keysetOf(cursor, 'count', 'text', 'text');
    const first = await this.standings.agenciesOf(caller.person);
    const asked = { vacant: vacant === 'true', query, agency, unit, limit, cursor, first };
    const page = await positions(this.database.db, asked, (posts) => this.promises.on(posts));
    return { items: [...page.items], nextCursor: page.nextCursor };
  }
}

@QueryHandler(ListUnits)
export class ListUnitsHandler implements IQueryHandler<ListUnits> {
  constructor(private readonly database: ReadDatabase) {}

  async execute({ asked: { kind, query, limit, cursor } }: ListUnits): Promise<UnitList> {
    const [from = 0] = keysetOf(cursor, 'count') ?? [];
    const start = Number(from);
    const all = await unitsOf(this.database.db, { kind, query });
    const end = start + limit;
    return { items: all.slice(start, end), nextCursor: end < all.length ? cursorOf([end]) : null };
  }
}

@QueryHandler(ReadPositionMap)
export class ReadPositionMapHandler implements IQueryHandler<ReadPositionMap> {
  constructor(
    private readonly database: ReadDatabase,
    private readonly clock: BusinessClock,
  ) {}

  async execute({ unit, asOf }: ReadPositionMap): Promise<PositionMapResponse> {
    const map = await positionMap(this.database.db, unit, asOf ?? this.clock.today());
    if (!map) throw new Rejection('missing', 'staffing.unit-unknown', 'There is no such unit.');
    const positionsOf = map.positions.map(({ incumbents, ...post }) => ({ ...post, incumbents: [...incumbents] }));
    return { ...map, positions: positionsOf, units: [...map.units] };
  }
}
