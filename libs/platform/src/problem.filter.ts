import { randomUUID } from 'node:crypto';
import { Rejection } from '@app/decider';
import { isUnreachable, WrongRevision } from '@app/event-store';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { drained } from './drained.js';
import type { Log } from './log.js';
import { problemOf, Refusal, refusalOf } from './problem.js';
import { languageOf, type Translate } from './translator.js';

/** Codes of Fastify and its multipart plugin, by the refusal they are. */
const byFastifyCode: Readonly<Record<string, readonly [status: number, code: string]>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: [413, 'request.too-large'],
  FST_REQ_FILE_TOO_LARGE: [413, 'request.too-large'],
  FST_PARTS_LIMIT: [413, 'request.too-large'],
  FST_FILES_LIMIT: [413, 'request.too-large'],
  FST_FIELDS_LIMIT: [413, 'request.too-large'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'request.media-type'],
  FST_INVALID_MULTIPART_CONTENT_TYPE: [415, 'request.media-type'],
};

/** Turns whatever is thrown into problem+json. What nobody foresaw is a 500 without detail, and a log entry with the same id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly translate: Translate,
    private readonly log: Log,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const refusal = this.refusalFor(thrown, request);
    const language = languageOf(request.headers['accept-language']);
    const instance = refusal.status >= 500 ? `urn:uuid:${randomUUID()}` : (request.url.split('?')[0] ?? '/');
    if (refusal.status >= 500)
      this.log.error(
        { err: thrown, instance, correlationId: request.id, method: request.method, route: request.routeOptions?.url },
        'request failed',
      );
    const problem = problemOf(refusal, {
      instance,
      language,
      translate: this.translate,
      ...(thrown instanceof Rejection ? { fallback: thrown.message } : {}),
    });
    if (reply.sent || reply.raw.headersSent) return void reply.raw.destroy();
    const retryAfter = refusal.facts['retryAfter'];
    if (typeof retryAfter === 'number') reply.header('Retry-After', String(retryAfter));
    if (refusal.status === 401) reply.header('WWW-Authenticate', 'Bearer');
    reply.header('Content-Language', language);
    reply.status(refusal.status).header('Content-Type', 'application/problem+json; charset=utf-8');
    // Text on purpose: Nest's serializers have nothing to add to it.
    const send = () => void reply.send(JSON.stringify(problem));
    if (refusal.status !== 413) return send();
    void drained(request.raw).then(send);
  }

  private refusalFor(thrown: unknown, request: FastifyRequest): Refusal {
    if (thrown instanceof Refusal) return thrown;
    if (thrown instanceof Rejection) return refusalOf(thrown);
    if (thrown instanceof WrongRevision) {
      return request.headers['if-match'] ? new Refusal(412, 'request.stale') : new Refusal(409, 'request.conflict');
    }
    // A database or event store that is away, or went away in the middle: the same request may be sent again.
    if (isUnreachable(thrown)) return new Refusal(503, 'store.unavailable', { retryAfter: 5 });
    if (thrown instanceof HttpException) return new Refusal(thrown.getStatus(), codeOfStatus(thrown.getStatus()));
    const known = byFastifyCode[codeIn(thrown)];
    if (known) return new Refusal(...known);
    const status = statusIn(thrown);
    return status >= 400 && status < 500 ? new Refusal(status, codeOfStatus(status)) : new Refusal(500, 'request.failed');
  }
}

const codeOfStatus = (status: number): string =>
  ({
    401: 'auth.required',
    403: 'request.forbidden',
    404: 'request.not-found',
    405: 'request.method',
    413: 'request.too-large',
    415: 'request.media-type',
  })[status] ?? (status < 500 ? 'request.malformed' : 'request.failed');

const codeIn = (thrown: unknown) => (typeof thrown === 'object' && thrown && 'code' in thrown ? String(thrown.code) : '');

const statusIn = (thrown: unknown) =>
  typeof thrown === 'object' && thrown && 'statusCode' in thrown && typeof thrown.statusCode === 'number'
    ? thrown.statusCode
    : 500;
