import { Module } from '@nestjs/common';
import { Command, CommandHandler, CqrsModule, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandMeta, Outcome } from '@app/event-store';
import type { OfficeEvent } from './events.js';
import type { OfficeCommand, OfficeState } from './office.js';
import { Offices } from './offices.js';

/** The envelope. What is being asked for is in `body`, as data. */
export class ExecuteOffice extends Command<Outcome<OfficeEvent, OfficeState>> {
  constructor(
    readonly body: OfficeCommand,
    readonly meta: CommandMeta,
  ) {
    super();
  }
}

@CommandHandler(ExecuteOffice)
export class ExecuteOfficeHandler implements ICommandHandler<ExecuteOffice> {
  constructor(private readonly offices: Offices) {}

  execute({ body, meta }: ExecuteOffice) {
    return this.offices.execute(body, meta);
  }
}

/** Handlers of this context; `Offices` is provided by the app. */
@Module({ imports: [CqrsModule], providers: [ExecuteOfficeHandler], exports: [ExecuteOfficeHandler] })
export class IdentityModule {}
