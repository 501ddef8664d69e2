import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { By, type Caller } from '../http/asked.js';
import { Lists, Writes } from '../http/documented.js';
import { ListRequest } from '../http/list-request.js';
import { CreateTokenRequest } from './requests.js';
import { NewTokenResponse, TokenList } from './responses.js';
import { Sessions } from './sessions.js';

/** Tokens are ordinary rows, not events (decision 25), so no bus is between. */
@ApiTags('session')
@Controller('tokens')
export class TokensController {
  constructor(private readonly sessions: Sessions) {}

  @Post()
  @Writes('Make an API token. It is shown once.', 201, NewTokenResponse)
  create(@Body() body: CreateTokenRequest, @By() caller: Caller): Promise<NewTokenResponse> {
    return this.sessions.createToken(body, caller);
  }

  @Get()
  @Lists('Your API tokens', TokenList)
  list(@Query() _query: ListRequest, @By() caller: Caller): Promise<TokenList> {
    return this.sessions.tokensOf(caller);
  }

  @Delete(':id')
  @HttpCode(204)
  @Writes('End an API token', 204)
  end(@Param('id', ParseUUIDPipe) id: string, @By() caller: Caller): Promise<void> {
    return this.sessions.endToken(id, caller);
  }
}
