import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { answer } from '../http/answer.js';
import { By, Wish, type Asked, type Caller } from '../http/asked.js';
import { Lists, Reads, Writes } from '../http/documented.js';
import { Id } from '../http/id.js';
import { ReadRequest } from '../http/list-request.js';
import { ExecutePerson, ListEmployees, ListPositions, ListUnits, ReadPositionMap, ReadUnitPerformance } from './messages.js';
import {
  ChangeStatusRequest,
  EmployeesRequest,
  ImposeSanctionRequest,
  PositionMapRequest,
  PositionsRequest,
  UnitsRequest,
} from './requests.js';
import {
  EmployeeList,
  PositionList,
  PositionMapResponse,
  PositionResponse,
  UnitList,
  UnitPerformanceResponse,
} from './responses.js';

@ApiTags('staffing')
@Controller()
export class StaffingController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('employees')
  @Lists('Employees; for the head of an agency his own people first', EmployeeList)
  employees(@Query() query: EmployeesRequest, @By() caller: Caller): Promise<EmployeeList> {
    return this.queries.execute(new ListEmployees(query, caller));
  }

  @Get('positions')
  @Lists('Posts, with what is needed, filled and promised', PositionList)
  positions(@Query() query: PositionsRequest, @By() caller: Caller): Promise<PositionList> {
    return this.queries.execute(new ListPositions(query, caller));
  }

  @Get('units')
  @Lists('Agencies and their units', UnitList)
  units(@Query() query: UnitsRequest): Promise<UnitList> {
    return this.queries.execute(new ListUnits(query));
  }

  @Get('units/:id/position-map')
  @Reads('Who holds which post of a unit on a day, and the gaps', PositionMapResponse)
  positionMap(@Param('id', Id) id: string, @Query() { asOf }: PositionMapRequest): Promise<PositionMapResponse> {
    return this.queries.execute(new ReadPositionMap(id, asOf));
  }

  @Get('units/:id/performance')
  @Reads("The newest year's predicates of a unit", UnitPerformanceResponse)
  performance(@Param('id', Id) id: string, @Query() _query: ReadRequest, @By() caller: Caller): Promise<UnitPerformanceResponse> {
    return this.queries.execute(new ReadUnitPerformance(id, caller));
  }

  @Post('employees/:id/status')
  @HttpCode(200)
  @Writes('Record a change of employment status (HR)', 200, PositionResponse)
  async changeStatus(
    @Param('id', Id) id: string,
    @Body() body: ChangeStatusRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answer(reply, await this.commands.execute(new ExecutePerson(id, { type: 'ChangeStatus', data: body }, asked)));
  }

  @Post('employees/:id/sanctions')
  @HttpCode(201)
  @Writes('Record a sanction (HR)', 201, PositionResponse)
  async imposeSanction(
    @Param('id', Id) id: string,
    @Body() body: ImposeSanctionRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return answer(reply, await this.commands.execute(new ExecutePerson(id, { type: 'ImposeSanction', data: body }, asked)));
  }
}
