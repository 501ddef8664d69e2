import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { By, Wish, type Asked, type Caller } from '../http/asked.js';
import { Lists, Writes } from '../http/documented.js';
import {
  IncidentList,
  IncidentSettled,
  IncidentsRequest,
  ListIncidents,
  ResolutionRequest,
  ResolveIncident,
} from './incidents.js';
import { ListPolicies, PolicyList } from './policies.js';
import { CancelRebuild, RebuildCancelled } from './cancel-rebuild.js';

/** What stopped and waits for a choice (admin). */
@ApiTags('operations')
@Controller()
export class IncidentsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @Get('operations/incidents')
  @Lists('What stopped at an event, or was put aside, and what was chosen about it', IncidentList)
  incidents(@Query() query: IncidentsRequest, @By() caller: Caller): Promise<IncidentList> {
    return this.queries.execute(new ListIncidents(query, caller));
  }

  @Post('operations/incidents/:id/resolution')
  @HttpCode(200)
  @Writes('Try the event again, or go on without it', 200, IncidentSettled)
  resolve(@Param('id') id: string, @Body() body: ResolutionRequest, @Wish() asked: Asked): Promise<IncidentSettled> {
    return this.commands.execute(new ResolveIncident(id, body, asked));
  }

  @Get('operations/policies')
  @Lists('What is done because something happened, and how far each is', PolicyList)
  policies(@By() caller: Caller): Promise<PolicyList> {
    return this.queries.execute(new ListPolicies(caller));
  }

  @Post('projections/:name/cancellation')
  @HttpCode(200)
  @Writes('End a rebuild that is under way; the present read model goes on', 200, RebuildCancelled)
  cancel(@Param('name') name: string, @Wish() asked: Asked): Promise<RebuildCancelled> {
    return this.commands.execute(new CancelRebuild(name, asked));
  }
}
