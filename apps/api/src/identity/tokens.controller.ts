import { Accounts, Answers, Caller, type Identity } from '@app/platform';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Asked, Wish } from '../http/asked.js';
import { CommandMetas } from '../http/command-meta.js';
import { Lists, Writes } from '../http/documented.js';
import { Id } from '../http/id.js';
import { ListRequest } from '../http/list-request.js';
import { CreateTokenRequest } from './requests.js';
import { NewTokenResponse, TokenList } from './responses.js';

const ninetyDays = 90 * 86_400_000;

/** Real time, as all of signing in: a day means its end in UTC. */
const endOf = (expiresAt: string | undefined): string => {
  if (expiresAt === undefined) return new Date(Date.now() + ninetyDays).toISOString();
  return expiresAt.length === 10 ? `${expiresAt}T23:59:59Z` : expiresAt;
};

/** Tokens are ordinary rows, not events (decision 25), so no bus is between. */
@ApiTags('session')
@Controller('tokens')
export class TokensController {
  constructor(
    private readonly accounts: Accounts,
    private readonly answers: Answers,
    private readonly metas: CommandMetas,
  ) {}

  @Post()
  @Writes(
    'Make an API token. It is shown once: to the same `Idempotency-Key` again for a day, and after that 409 ' +
      '`auth.token-already-made` with its `id` for as long as it is good',
    201,
    NewTokenResponse,
  )
  async create(
    @Body() { name, expiresAt }: CreateTokenRequest,
    @Caller() identity: Identity,
    @Wish() asked: Asked,
  ): Promise<NewTokenResponse> {
    // One person may have two accounts, and each its own tokens.
    const meta = this.metas.of(asked, { step: `token of ${identity.username}` });
    return this.answers.once({ ...meta, ...(asked.key !== undefined && { sealedBy: asked.key }) }, async () => {
      const { id, token } = await this.accounts.createToken(identity, name, endOf(expiresAt), meta.commandId);
      return { id, token };
    });
  }

  @Get()
  @Lists('Your API tokens', TokenList)
  async list(@Query() _query: ListRequest, @Caller() identity: Identity): Promise<TokenList> {
    return { items: [...(await this.accounts.tokensOf(identity))], nextCursor: null };
  }

  @Delete(':id')
  @HttpCode(204)
  @Writes('End an API token', 204)
  async end(@Param('id', Id) id: string, @Caller() identity: Identity, @Wish() asked: Asked): Promise<void> {
    await this.answers.once(this.metas.of(asked, { step: 'end' }), async () => {
      await this.accounts.revokeToken(identity, id);
      return null;
    });
  }
}
