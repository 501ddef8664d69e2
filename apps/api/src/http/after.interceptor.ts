import { Lagging, ProjectionRunner } from '@app/event-store';
import { Refusal } from '@app/platform';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { wrong } from './validation.js';

const patience = 5_000;

const lagOf = (position: string, checkpoints: readonly (string | undefined)[]): number =>
  Math.max(...checkpoints.map((checkpoint) => Number(BigInt(position) - BigInt(checkpoint ?? '0'))));

/** `?after=<position>` on any read: a writer sees his own write (decision 32). */
@Injectable()
export class AfterInterceptor implements NestInterceptor {
  constructor(private readonly models: ProjectionRunner) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> | Promise<Observable<unknown>> {
    const { query } = context.switchToHttp().getRequest<FastifyRequest>();
    const after = typeof query === 'object' && query !== null && 'after' in query ? query.after : undefined;
    if (after === undefined || after === '') return next.handle();
    return this.reached(after).then(() => next.handle());
  }

  private async reached(after: unknown): Promise<void> {
    if (typeof after !== 'string' || !/^\d{1,18}$/.test(after)) throw wrong('after', 'is-position');
    try {
      await this.models.waitFor(after, undefined, patience);
    } catch (error) {
      if (!(error instanceof Lagging)) throw error;
      throw new Refusal(504, 'read-models.behind', {
        after,
        lag: lagOf(
          after,
          error.behind.map(({ checkpoint }) => checkpoint),
        ),
        retryAfter: 1,
      });
    }
  }
}
