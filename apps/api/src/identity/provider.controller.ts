import { languageOf, Public, Refusal, sessionCookie } from '@app/platform';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiBadRequestResponse, ApiForbiddenResponse, ApiFoundResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../http/problem-response.js';
import { Wording } from '../http/wording.js';
import { cookieIn, cookieOf, sessionSeconds } from './cookie.js';
import { ProviderRequest } from './requests.js';
import { refusedPage } from './refused-page.js';
import { SignIn } from './sign-in.js';

const path = '/api/session/provider';
/** What has to come back with somebody who was sent away, and what ends his session over there. */
const [journeyCookie, hintCookie] = ['alur_journey', 'alur_provider'];

/** Only addresses of this application are returned to; its page looks at them again. */
const safe = (to = ''): string => (/^\/(?![/\\])[^\s\\]{0,500}$/.test(to) && !to.startsWith('/login') ? to : '/inbox');

/** Signing in by an identity provider. For browsers: every answer sends them on, or says in words why not. */
@ApiTags('session')
@Controller('session/provider')
export class ProviderController {
  constructor(
    private readonly ways: SignIn,
    private readonly wording: Wording,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ summary: 'Sign in by the identity provider: sends a browser there' })
  @ApiFoundResponse()
  async begin(@Query() { to }: ProviderRequest, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.orInWords(request, reply, async () => {
      const { url, sealed } = await this.ways.begin(safe(to));
      reply.header('set-cookie', cookieOf(request, journeyCookie, sealed, 600, path));
      return url;
    });
  }

  @Get('callback')
  @Public()
  @ApiOperation({ summary: 'Where the identity provider sends a browser back to; sets the session’s cookie' })
  @ApiFoundResponse()
  @ApiBadRequestResponse({ type: Problem, description: 'What came back does not belong to what was asked' })
  @ApiForbiddenResponse({ type: Problem, description: 'The provider said no, or the person is not known here' })
  async back(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [, query = ''] = /\?(.*)$/.exec(request.url) ?? [];
    reply.header('set-cookie', cookieOf(request, journeyCookie, '', 0, path)); // a journey ends once, well or not
    await this.orInWords(request, reply, async () => {
      const { token, to, idToken } = await this.ways.finish(`?${query}`, cookieIn(request, journeyCookie));
      reply.header('set-cookie', cookieOf(request, sessionCookie, token, sessionSeconds));
      // A browser keeps 4 KB of a cookie. Without the hint the provider asks the person whether to end his session.
      if (idToken.length < 3_800) reply.header('set-cookie', cookieOf(request, hintCookie, idToken, sessionSeconds, path));
      return to;
    });
  }

  @Get('end')
  @Public()
  @ApiOperation({ summary: 'After signing out here: ends the session with the identity provider too, where one began it' })
  @ApiFoundResponse()
  async end(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const hint = cookieIn(request, hintCookie);
    reply.header('set-cookie', cookieOf(request, hintCookie, '', 0, path));
    const url = hint === undefined ? undefined : await this.ways.provider?.end(hint).catch(() => undefined);
    await reply.redirect(url ?? '/login', 302);
  }

  /** A browser in the middle of a journey gets a page that says what went wrong; whoever asks for JSON gets the problem. */
  private async orInWords(request: FastifyRequest, reply: FastifyReply, work: () => Promise<string>): Promise<void> {
    reply.header('cache-control', 'no-store');
    try {
      await reply.redirect(await work(), 302);
    } catch (error) {
      if (!(error instanceof Refusal) || !request.headers.accept?.includes('text/html')) throw error;
      const language = languageOf(request.headers['accept-language']);
      const words = (code: string) => this.wording.say(code, language);
      const page = refusedPage(language, words(`http.${error.status}`), words(error.code), words('auth.back-to-login'));
      await reply.status(error.status).type('text/html; charset=utf-8').send(page);
    }
  }
}
