import type { CommandMeta, Outcome, Transactor } from '@app/event-store';
import type { OfficeEvent } from './events.js';
import { office, type OfficeState } from './office.js';
import type { OfficeCommand } from './office-commands.js';

export const officeStream = (tenant: string, name: string): string => `${tenant}.office-${name}`;

/** Grants offices and names substitutes, by letter. */
export class Offices {
  constructor(
    private readonly transactor: Transactor,
    private readonly tenant: string,
  ) {}

  /** @throws Rejection where the rules of `office` refuse */
  execute(command: OfficeCommand, meta: CommandMeta): Promise<Outcome<OfficeEvent, OfficeState>> {
    return this.transactor.transact(officeStream(this.tenant, command.data.office), office, command, meta);
  }
}
