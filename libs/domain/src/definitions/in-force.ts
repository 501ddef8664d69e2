import type { Decider, Message } from '@app/decider';
import type { Transactor } from '@app/event-store';
import type { AuthorityMatrix, Calendar } from '@app/workflow';
import { v5 } from 'uuid';
import type { InForceEvent } from './events.js';

type InForceCommand =
  | Message<'PublishCalendar', { calendar: Calendar; at: string }>
  | Message<'PublishAuthority', { matrix: AuthorityMatrix; at: string }>;

/** The version that is in force. It bears the hash of its content, so that another content is another version. */
type InForce = Readonly<{ version: string | null }>;

/** Calendar and authority matrix, each in a stream of its own: the newest that was published is in force. */
const inForce: Decider<InForceCommand, InForceEvent, InForce> = {
  initial: { version: null },
  decide: ({ type, data }, { version }) => {
    switch (type) {
      case 'PublishCalendar': {
        const { calendar, at } = data;
        return calendar.version === version
          ? []
          : [{ type: 'CalendarPublished', data: { version: calendar.version, replaces: version, calendar, at } }];
      }
      case 'PublishAuthority': {
        const { matrix, at } = data;
        return matrix.version === version
          ? []
          : [{ type: 'AuthorityPublished', data: { version: matrix.version, replaces: version, matrix, at } }];
      }
    }
  },
  evolve: (_, { data }) => ({ version: data.version }),
};

const NAMESPACE = v5('alur:in-force', v5.URL);

/** Publishes the calendar and the authority matrix that came with the program, at every boot; what is in force already is left. */
export const publishInForce = async (
  transactor: Transactor,
  tenant: string,
  { calendar, authority }: Readonly<{ calendar: Calendar; authority: AuthorityMatrix }>,
  at: string,
): Promise<void> => {
  // Back to a version that was in force before is a publication of its own: hence the instant in the id.
  const metaOf = (what: string, version: string) => {
    const commandId = v5(`${tenant}:${what}:${version}:${at}`, NAMESPACE);
    return { actor: 'system:definitions', commandId, correlationId: commandId, causationId: commandId, at, tenant };
  };
  await transactor.transact(
    `${tenant}.calendar`,
    inForce,
    { type: 'PublishCalendar', data: { calendar, at } },
    metaOf('calendar', calendar.version),
  );
  await transactor.transact(
    `${tenant}.authority`,
    inForce,
    { type: 'PublishAuthority', data: { matrix: authority, at } },
    metaOf('authority', authority.version),
  );
};
