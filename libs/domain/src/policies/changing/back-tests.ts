import { caseStream } from '@app/domain/cases';
import { caseStream as transferStream } from '@app/domain/mutation';
import type { Codec, EventStore, Recorded } from '@app/event-store';
import type { Calendar, Definition } from '@app/workflow';
import type { Kysely } from 'kysely';
import type { CaseKind } from '../case-streams.js';
import { closedCases, type DeskTables } from '../desk/queries.js';
import { type BackTestReport, backTestCases } from './back-testing.js';

export type BackTestsParts = Readonly<{
  store: Pick<EventStore, 'read'>;
  codec: Pick<Codec, 'decode'>;
  db: Kysely<DeskTables>;
  tenant: string;
  calendar: () => Calendar;
}>;

/** Runs drafts on the record of the cases that have ended here. Writes nothing. */
export class BackTests {
  constructor(private readonly parts: BackTestsParts) {}

  /**
   * @param most how many closed cases, the newest first
   * @param told after each case, for a progress bar
   */
  async run(draft: Definition, most: number, told?: (done: number, total: number) => void): Promise<BackTestReport> {
    const closed = await closedCases(this.parts.db, draft.id, most);
    const kinds = new Map(closed.map(({ id, kind }) => [id, kind]));
    return backTestCases({
      draft,
      calendar: this.parts.calendar(),
      closed: closed.map(({ id }) => id),
      read: (id) => this.eventsOf(id, kinds.get(id) ?? 'case'),
      ...(told && { told }),
    });
  }

  private async eventsOf(id: string, kind: CaseKind): Promise<readonly Recorded[]> {
    const { store, codec, tenant } = this.parts;
    const events: Recorded[] = [];
    for await (const event of store.read((kind === 'mutation' ? transferStream : caseStream)(tenant, id))) events.push(event);
    return codec.decode(events);
  }
}
