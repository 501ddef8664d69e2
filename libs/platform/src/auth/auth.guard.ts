import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../problem.js';
import { Accounts, type Identity } from './accounts.js';

/** The cookie that holds a session's token. */
export const sessionCookie = 'alur_session';

const open = 'alur:public';

/** Marks what anybody may call. Everything else needs a session or a token. */
export const Public = () => SetMetadata(open, true);

const identities = new WeakMap<object, Identity>();

/** Who is calling, in a handler behind the guard. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Identity =>
  callerOf(context.switchToHttp().getRequest<FastifyRequest>()),
);

/** @throws Refusal 401 when the guard let an anonymous caller through to something public */
export const callerOf = (request: FastifyRequest): Identity => {
  const identity = identities.get(request);
  if (!identity) throw new Refusal(401, 'auth.required');
  return identity;
};

/**
 * Lets through who shows a live token: `Authorization: Bearer …`, or the session's cookie. A JWT is the identity provider's.
 * A browser sends cookies on its own, so a write by cookie also needs a header that no foreign page can set.
 */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly accounts: Accounts,
    private readonly reflector: Reflector,
    private readonly outside: (jwt: string) => Promise<Identity | undefined> = async () => undefined,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean | undefined>(open, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { authorization = '' } = request.headers;
    const bearer = /^Bearer ([\w-]{20,100})$/i.exec(authorization)?.[1];
    const jwt = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
    const cookie = bearer || jwt ? undefined : cookieIn(request.headers.cookie);
    const token = bearer ?? cookie;
    const identity = jwt ? await this.outside(jwt) : token ? await this.accounts.authenticate(token) : undefined;
    if (!identity) throw new Refusal(401, 'auth.required');
    if (cookie && !['GET', 'HEAD', 'OPTIONS'].includes(request.method) && request.headers['x-requested-with'] !== 'alur') {
      throw new Refusal(403, 'auth.csrf');
    }
    identities.set(request, identity);
    return true;
  }
}

const cookieIn = (header: string | undefined) => {
  for (const pair of header?.split(';') ?? []) {
    const [name, value] = pair.trim().split('=');
    if (name === sessionCookie && value && /^[\w-]{20,100}$/.test(value)) return value;
  }
  return undefined;
};
