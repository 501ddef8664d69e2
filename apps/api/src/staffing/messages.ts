import { Command, Query } from '@nestjs/cqrs';
import type { Message } from '@app/decider';
import type { Written } from '../http/answer.js';
import type { Asked, Caller } from '../http/asked.js';
import type { ChangeStatusRequest, EmployeesRequest, ImposeSanctionRequest, PositionsRequest, UnitsRequest } from './requests.js';
import type {
  EmployeeList,
  PositionList,
  PositionMapResponse,
  PositionResponse,
  UnitList,
  UnitPerformanceResponse,
} from './responses.js';

export type PersonWish = Message<'ChangeStatus', ChangeStatusRequest> | Message<'ImposeSanction', ImposeSanctionRequest>;

/** The envelope of a person's stream. */
export class ExecutePerson extends Command<Written<PositionResponse>> {
  constructor(
    readonly id: string,
    readonly wish: PersonWish,
    readonly asked: Asked,
  ) {
    super();
  }
}

export class ListEmployees extends Query<EmployeeList> {
  constructor(
    readonly asked: EmployeesRequest,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class ListPositions extends Query<PositionList> {
  constructor(
    readonly asked: PositionsRequest,
    readonly caller: Caller,
  ) {
    super();
  }
}

export class ListUnits extends Query<UnitList> {
  constructor(readonly asked: UnitsRequest) {
    super();
  }
}

export class ReadPositionMap extends Query<PositionMapResponse> {
  constructor(
    readonly unit: string,
    readonly asOf: string | undefined,
  ) {
    super();
  }
}

export class ReadUnitPerformance extends Query<UnitPerformanceResponse> {
  constructor(
    readonly unit: string,
    readonly caller: Caller,
  ) {
    super();
  }
}
