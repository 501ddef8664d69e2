import { Module } from '@nestjs/common';
import { Command, CommandHandler, CqrsModule, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandMeta, Outcome } from '@app/event-store';
import type { ReviewEvent } from './events.js';
import type { ReviewCommand, ReviewState } from './review.js';
import { Reviews } from './reviews.js';

/** The envelope. What is being asked for is in `body`, as data. */
export class ExecuteReview extends Command<Outcome<ReviewEvent, ReviewState>> {
  constructor(
    readonly id: string,
    readonly body: ReviewCommand,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(ExecuteReview)
export class ExecuteReviewHandler implements ICommandHandler<ExecuteReview> {
  constructor(private readonly reviews: Reviews) {}

  execute({ id, body, meta }: ExecuteReview) {
    return this.reviews.execute(id, body, meta);
  }
}

/** Handlers of this context; `Reviews` is provided by the app. */
@Module({ imports: [CqrsModule], providers: [ExecuteReviewHandler], exports: [ExecuteReviewHandler] })
export class AuditModule {}
