import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { answer } from '../http/answer.js';
import { By, Wish, type Asked, type Caller } from '../http/asked.js';
import { Lists, Writes } from '../http/documented.js';
import { Id } from '../http/id.js';
import { ListRequest } from '../http/list-request.js';
import { PositionResponse } from '../staffing/responses.js';
import { ExecuteOffice, ListSubstitutes, NameSubstitute } from './messages.js';
import { NameSubstituteRequest } from './requests.js';
import { SubstituteList, SubstituteResponse } from './responses.js';

@ApiTags('substitutes')
@Controller('substitutes')
export class SubstitutesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Post()
  @Writes('Name who stands in for an absent holder, by letter, with dates (head of HR, admin)', 201, SubstituteResponse)
  async name(
    @Body() body: NameSubstituteRequest,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubstituteResponse> {
    return answer(reply, await this.commands.execute(new NameSubstitute(body, asked)));
  }

  @Get()
  @Lists('Substitutes, present and to come', SubstituteList)
  list(@Query() _query: ListRequest, @By() caller: Caller): Promise<SubstituteList> {
    return this.queries.execute(new ListSubstitutes(caller));
  }

  @Delete(':id')
  @HttpCode(200)
  @Writes('End a substitution today', 200, PositionResponse)
  async end(
    @Param('id', Id) id: string,
    @Wish() asked: Asked,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PositionResponse> {
    return answer(reply, await this.commands.execute(new ExecuteOffice({ type: 'EndSubstitute', data: { id } }, asked)));
  }
}
