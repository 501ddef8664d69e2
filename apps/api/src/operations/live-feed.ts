import type { FastifyReply } from 'fastify';
import type { Caller } from '../http/asked.js';

/** Tells browsers which concern changed. */
export abstract class LiveFeed {
  abstract follow(reply: FastifyReply, after: string | undefined, caller: Caller): void;
}
