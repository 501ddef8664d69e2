import type { TimelineRow } from '@app/domain/policies';
import type { Caller } from '../http/asked.js';
import { nameIn, type Names } from '../http/names.js';
import { type Standings } from '../http/standing.js';
import { rulesFor } from './discipline.js';
import type { TimelineItem } from './timeline-responses.js';

const isPerson = (actor: string): boolean => !actor.startsWith('system:');

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What happened to a case, with names. */
export class TimelinePages {
  constructor(
    private readonly names: Names,
    private readonly standings: Standings,
  ) {}

  /** @param own whether the caller is whom the case is about */
  async itemsOf(rows: readonly TimelineRow[], { person }: Caller, own: boolean): Promise<(row: TimelineRow) => TimelineItem> {
    const [people, titles, standing] = await Promise.all([
      this.names.people(
        rows.flatMap(({ actor, on_behalf_of }) => [
          ...(isPerson(actor) ? [actor] : []),
          ...(on_behalf_of === null ? [] : [on_behalf_of]),
        ]),
      ),
      this.names.officeTitles(rows.flatMap(({ office }) => office ?? [])),
      this.standings.of(person),
    ]);
    const seesAll = own || standing.seesPersonalNumbers;
    return (row) => ({
      id: row.id,
      type: row.type,
      at: row.at,
      actor: isPerson(row.actor) ? nameIn(people, row.actor) : null,
      office: row.office,
      officeTitle: row.office === null ? null : (titles.get(row.office) ?? null),
      kind: row.kind,
      onBehalfOf: row.on_behalf_of === null ? null : nameIn(people, row.on_behalf_of),
      letter: row.letter,
      basis: textOf(row.facts['basis']),
      authorityRow: textOf(row.facts['authorityRow']),
      stage: row.stage,
      round: row.round,
      verdict: row.verdict,
      reason: row.reason,
      text: row.text,
      facts:
        seesAll || !('verdicts' in row.facts)
          ? { ...row.facts }
          : { ...row.facts, verdicts: rulesFor(row.facts['verdicts'], false, (message) => message) },
      hash: row.hash,
      revision: row.revision,
    });
  }
}
