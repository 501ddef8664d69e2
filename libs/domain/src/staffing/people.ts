import type { CommandMeta, Outcome, Transactor } from '@app/event-store';
import type { PersonEvent } from './events.js';
import { streamOf } from './ids.js';
import type { PersonCommand } from './person/commands.js';
import { person } from './person/person.js';
import type { PersonState } from './person/state.js';

/** Carries out what is decided about people: status, sanctions, examinations, moves. */
export class People {
  constructor(
    private readonly transactor: Transactor,
    private readonly tenant: string,
  ) {}

  /** @throws Rejection where the rules of `person` refuse */
  execute(command: PersonCommand, meta: Omit<CommandMeta, 'subject'>): Promise<Outcome<PersonEvent, PersonState>> {
    const { id } = command.data;
    return this.transactor.transact(streamOf.person(this.tenant, id), person, command, { ...meta, subject: id });
  }
}
