import { Accounts, callerOf, Public, Refusal, sessionCookie } from '@app/platform';
import { Body, Controller, Delete, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import {
  ApiCreatedResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiTooManyRequestsResponse,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { By, type Caller } from '../http/asked.js';
import { Reads } from '../http/documented.js';
import { ReadRequest } from '../http/list-request.js';
import { Problem } from '../http/problem-response.js';
import { cookieOf, sessionSeconds } from './cookie.js';
import { ReadMyself, ReadPerson, ReadWelcome } from './messages.js';
import { SignInRequest } from './requests.js';
import { SignIn } from './sign-in.js';
import { MeResponse, SessionResponse, WelcomeResponse } from './responses.js';

@ApiTags('session')
@Controller()
export class SessionController {
  constructor(
    private readonly accounts: Accounts,
    private readonly ways: SignIn,
    private readonly queries: QueryBus,
  ) {}

  @Post('session')
  @Public()
  @ApiOperation({ summary: 'Sign in: a token, and the same session as a cookie' })
  @ApiCreatedResponse({ type: SessionResponse })
  @ApiUnauthorizedResponse({ type: Problem })
  @ApiForbiddenResponse({ type: Problem, description: 'Nobody signs in by password here' })
  @ApiTooManyRequestsResponse({ type: Problem })
  async signIn(
    @Body() body: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionResponse> {
    if (!this.ways.local) throw new Refusal(403, 'auth.local-off');
    const { token, expiresAt, identity } = await this.accounts.login(body.username, body.password, request.ip);
    reply.header('set-cookie', cookieOf(request, sessionCookie, token, sessionSeconds));
    const person = await this.queries.execute(new ReadPerson(identity.personId));
    return { token, expiresAt, person };
  }

  @Delete('session')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' })
  @ApiNoContentResponse()
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.accounts.logout(callerOf(request));
    reply.header('set-cookie', cookieOf(request, sessionCookie, '', 0));
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
