import { callerOf, type Identity, type Proof, type Language, languageOf, type Signer } from '@app/platform';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Who asks, in which language. Offices are not part of it: they are looked up on the business day. */
export type Caller = Readonly<{ person: string; username: string; language: Language }>;

/** A write as it was asked for. */
export type Asked = Readonly<{
  caller: Caller;
  /** `Idempotency-Key`: the same key again answers as the first time. */
  key: string | undefined;
  /** What the key was used on, `/api/proposals/<id>`: the same key on another case is another command. */
  resource: string;
  /** A password that came along, to sign with. It is kept out of everything else. */
  proof?: Proof;
  /** Instead of a password: what it opened, for the decisions that came in one request. */
  signer?: Signer;
  /** What tells a repeat from another request under the same key. */
  content: unknown;
  /** `If-Match`, the quotes taken off. */
  ifMatch: string | undefined;
  /** `Prefer: return=minimal` (RFC 7240): the answer says where the thing stands now, and no more. */
  minimal: boolean;
  requestId: string;
}>;

const headerOf = (request: FastifyRequest, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** What came, without the password that came along. */
const apart = (body: unknown): Readonly<{ content: unknown; password?: string }> => {
  if (typeof body !== 'object' || body === null || Array.isArray(body) || !('password' in body)) return { content: body ?? null };
  const { password, ...content } = body;
  return { content, ...(typeof password === 'string' && { password }) };
};

/** An address up to the first id in it, so that every step of one case is under one key of its own. */
export const resourceOf = (url: string): string =>
  /^[^?]*?\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(?=[/?]|$)/i.exec(url)?.[0] ?? url.split('?')[0] ?? url;

/** The language that was asked for; the account's own where none was. */
const languageIn = (request: FastifyRequest, { language }: Identity): Language => {
  const asked = request.headers['accept-language'];
  return asked === undefined || asked === '*' ? language : languageOf(asked);
};

const whoAsks = (request: FastifyRequest): Caller => {
  const identity = callerOf(request);
  return { person: identity.personId, username: identity.username, language: languageIn(request, identity) };
};

const requestOf = (context: ExecutionContext): FastifyRequest => context.switchToHttp().getRequest<FastifyRequest>();

/** The signed-in person. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Caller => whoAsks(requestOf(context)));

/** The signed-in person and what makes the write repeatable and conditional. */
export const Wish = createParamDecorator((_: unknown, context: ExecutionContext): Asked => {
  const request = requestOf(context);
  const { content, password } = apart(request.body);
  return {
    caller: whoAsks(request),
    key: headerOf(request, 'idempotency-key'),
    resource: resourceOf(request.url),
    content: [request.method, request.url, content],
    ...(password !== undefined && { proof: { password, address: request.ip } }),
    ifMatch: headerOf(request, 'if-match')?.replace(/^(W\/)?"(.*)"$/, '$2'),
    minimal: /(^|[,;\s])return=minimal\b/.test(headerOf(request, 'prefer') ?? ''),
    requestId: request.id,
  };
});
