import { Module } from '@nestjs/common';
import { Command, CommandHandler, CqrsModule, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandMeta, Outcome } from '@app/event-store';
import type { ObligationEvent } from './events.js';
import type { ObligationCommand, ObligationState } from './obligation.js';
import { Obligations } from './obligations.js';

/** The envelope. What is being asked for is in `body`, as data. */
export class ExecuteObligation extends Command<Outcome<ObligationEvent, ObligationState>> {
  constructor(
    readonly id: string,
    readonly body: ObligationCommand,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(ExecuteObligation)
export class ExecuteObligationHandler implements ICommandHandler<ExecuteObligation> {
  constructor(private readonly obligations: Obligations) {}

  execute({ id, body, meta }: ExecuteObligation) {
    return this.obligations.execute(id, body, meta);
  }
}

/** Handlers of this context; `Obligations` is provided by the app. */
@Module({ imports: [CqrsModule], providers: [ExecuteObligationHandler], exports: [ExecuteObligationHandler] })
export class ObligationsModule {}
