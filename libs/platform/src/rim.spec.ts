import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Rejection } from '@app/decider';
import { WrongRevision } from '@app/event-store';
import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { IsInt, IsNotEmpty, IsString } from 'class-validator';
import { Accounts, type Identity } from './auth/accounts.js';
import { AuthGuard, Caller, Public } from './auth/auth.guard.js';
import { openLog } from './log.js';
import type { Problem } from './problem.js';
import { ProblemFilter } from './problem.filter.js';
import { platformTexts } from './texts.js';
import { translator } from './translator.js';
import { requestValidation } from './validation.js';

class Order {
  @IsString()
  @IsNotEmpty()
  what: string;

  @IsInt()
  many: number;
}

const token = 'as_0123456789012345678901234567890';
const identity: Identity = { username: 'a', personId: 'p', language: 'id', credential: 'c', kind: 'session' };

class OneAccount extends Accounts {
  override authenticate = async (shown: string) => (shown === token ? identity : undefined);
}

@Controller()
class Counter {
  @Post('orders')
  order(@Body() order: Order, @Caller() { personId }: Identity) {
    return { ...order, personId };
  }

  @Public()
  @Get('refused')
  refused() {
    throw new Rejection('conflict', 'case.closed', 'The case is closed.', { status: 200, since: 'yesterday' });
  }

  @Public()
  @Get('raced')
  raced() {
    throw new WrongRevision('s', 3n);
  }

  @Public()
  @Get('broken')
  broken() {
    throw new TypeError('the password is 1234');
  }
}

const texts = { 'case.closed': { id: 'Sudah ditutup sejak {{since}}.', en: 'Closed since {{since}}.' } };

@Module({
  controllers: [Counter],
  providers: [
    { provide: APP_FILTER, useFactory: () => new ProblemFilter(translator(platformTexts, texts), openLog('silent')) },
    { provide: APP_PIPE, useFactory: requestValidation },
    {
      provide: APP_GUARD,
      useFactory: (reflector: Reflector) => new AuthGuard(new OneAccount(undefined as never), reflector),
      inject: [Reflector],
    },
  ],
})
class Shop {}

describe('what HTTP answers', () => {
  let app: NestFastifyApplication;
  let base = '';
  beforeAll(async () => {
    app = await NestFactory.create<NestFastifyApplication>(Shop, new FastifyAdapter({ bodyLimit: 1000 }), {
      logger: false,
      abortOnError: false,
    });
    await app.listen(0, '127.0.0.1');
    base = await app.getUrl();
  });
  afterAll(() => app.close());

  const ask = async (path: string, init: RequestInit) => {
    const answer = await fetch(base + path, init);
    const text = await answer.text();
    return { status: answer.status, contentType: answer.headers.get('content-type'), text, body: JSON.parse(text) as Problem };
  };
  const post = (body: unknown, headers: Record<string, string> = { authorization: `Bearer ${token}` }) =>
    ask('/orders', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const get = (path: string, headers: Record<string, string> = {}) => ask(path, { headers });

  it('takes a good request of somebody known', async () => {
    const answer = await post({ what: 'pen', many: 2 });
    expect([answer.status, answer.body]).toEqual([201, { what: 'pen', many: 2, personId: 'p' }]);
  });

  it('names each wrong and each unknown field', async () => {
    const answer = await post({ what: '', many: 'two', why: 1 });
    expect(answer.contentType).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ status: 400, code: 'request.invalid', instance: '/orders' });
    expect(answer.body.errors?.map(({ field, code }) => [field, code]).sort()).toEqual([
      ['many', 'field.is-int'],
      ['what', 'field.is-not-empty'],
      ['why', 'field.unknown'],
    ]);
  });

  it('tells broken JSON, too much of it and another kind of data apart', async () => {
    const broken = await post('{"what":');
    const large = await post({ what: 'x'.repeat(2000), many: 1 });
    const other = await post('<order/>', { authorization: `Bearer ${token}`, 'content-type': 'application/xml' });
    const empty = await post('');
    expect([broken, large, other, empty].map((answer) => [answer.status, answer.body.code])).toEqual([
      [400, 'request.malformed'],
      [413, 'request.too-large'],
      [415, 'request.media-type'],
      [400, 'request.malformed'],
    ]);
  });

  it('asks for a login, and for a header with a cookie that writes', async () => {
    const order = { what: 'pen', many: 2 };
    const cookie = `alur_session=${token}`;
    const answers = [
      await post(order, {}),
      await post(order, { cookie }),
      await post(order, { cookie, 'x-requested-with': 'alur' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 403, 201]);
  });

  it("says what the business refuses in the caller's language, and lets no fact pass for a status", async () => {
    const answer = await get('/refused', { 'accept-language': 'fr, en;q=0.8, id;q=0.5' });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({
      status: 409,
      code: 'case.closed',
      detail: 'Closed since yesterday.',
      since: 'yesterday',
    });
    expect((await get('/refused')).body).toMatchObject({ detail: 'Sudah ditutup sejak yesterday.' });
  });

  it('answers 412 to who was slower and had said what he saw, else 409', async () => {
    expect((await get('/raced', { 'if-match': '"3"' })).status).toBe(412);
    expect((await get('/raced')).status).toBe(409);
  });

  it('tells nothing of what nobody foresaw', async () => {
    const answer = await get('/broken');
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('1234');
    expect(answer.body).toMatchObject({ code: 'request.failed', instance: expect.stringMatching(/^urn:uuid:/) });
  });

  it('knows no other address', async () => {
    expect((await get('/nowhere')).body).toMatchObject({ status: 404, code: 'request.not-found' });
  });
});
