import { Body, Controller, Delete, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags, ApiTooManyRequestsResponse, ApiUnauthorizedResponse } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { By, type Caller } from '../http/asked.js';
import { Reads } from '../http/documented.js';
import { ReadRequest } from '../http/list-request.js';
import { Problem } from '../http/problem-response.js';
import { Public } from '../http/public.js';
import { ReadMyself, ReadWelcome } from './messages.js';
import { SignInRequest } from './requests.js';
import { MeResponse, SessionResponse, WelcomeResponse } from './responses.js';
import { Sessions } from './sessions.js';

@ApiTags('session')
@Controller()
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly queries: QueryBus,
  ) {}

  @Post('session')
  @Public()
  @ApiOperation({ summary: 'Sign in: a token, and the same session as a cookie' })
  @ApiCreatedResponse({ type: SessionResponse })
  @ApiUnauthorizedResponse({ type: Problem })
  @ApiTooManyRequestsResponse({ type: Problem })
  signIn(@Body() body: SignInRequest, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SessionResponse> {
    return this.sessions.begin(body, request, reply);
  }

  @Delete('session')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse()
  signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    return this.sessions.end(request, reply);
  }

  @Get('me')
  @Reads('Who you are today: offices and roles', MeResponse)
  me(@Query() _query: ReadRequest, @By() caller: Caller): Promise<MeResponse> {
    return this.queries.execute(new ReadMyself(caller));
  }

  @Get('welcome')
  @Public()
  @ApiOperation({ summary: 'What the login page may know; demo accounts only in the demo' })
  @ApiOkResponse({ type: WelcomeResponse })
  welcome(): Promise<WelcomeResponse> {
    return this.queries.execute(new ReadWelcome());
  }
}
