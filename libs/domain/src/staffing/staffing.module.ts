import { Module } from '@nestjs/common';
import { Command, CommandHandler, CqrsModule, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandMeta, Outcome } from '@app/event-store';
import type { PersonEvent } from './events.js';
import { People } from './people.js';
import type { PersonCommand } from './person/commands.js';
import type { PersonState } from './person/state.js';

/** The envelope. What is being asked for is in `body`, as data. */
export class ExecutePerson extends Command<Outcome<PersonEvent, PersonState>> {
  constructor(
    readonly body: PersonCommand,
    readonly meta: Omit<CommandMeta, 'subject'>,
  ) {
    super();
  }
}

@CommandHandler(ExecutePerson)
export class ExecutePersonHandler implements ICommandHandler<ExecutePerson> {
  constructor(private readonly people: People) {}

  execute({ body, meta }: ExecutePerson) {
    return this.people.execute(body, meta);
  }
}

/** Handlers of this context; `People` is provided by the app. */
@Module({ imports: [CqrsModule], providers: [ExecutePersonHandler], exports: [ExecutePersonHandler] })
export class StaffingModule {}
