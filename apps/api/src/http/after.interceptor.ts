import { Refusal } from '@app/platform';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { wrong } from './validation.js';

/** How far the read models are. */
export abstract class ReadModels {
  /**
   * Resolves once all of them have reached a position, or the time is up.
   * @returns how many events they are behind; 0 when they are there
   */
  abstract waitFor(position: string, milliseconds: number): Promise<number>;
}

const patience = 5_000;

/** `?after=<position>` on any read: a writer sees his own write (decision 32). */
@Injectable()
export class AfterInterceptor implements NestInterceptor {
  constructor(private readonly models: ReadModels) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const { method, query } = context.switchToHttp().getRequest<FastifyRequest>();
    const after = method === 'GET' && typeof query === 'object' && query !== null && 'after' in query ? query.after : undefined;
    if (after === undefined) return next.handle();
    if (typeof after !== 'string' || !/^\d{1,20}$/.test(after)) throw wrong('after', 'is-position');
    const lag = await this.models.waitFor(after, patience);
    if (lag > 0) throw new Refusal(504, 'read-models.behind', { after, lag, retryAfter: 1 });
    return next.handle();
  }
}
