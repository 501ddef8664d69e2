import { streamOf, type TimelineLine, timelineOf } from '@app/domain/policies';
import type { SharedLog } from '@app/event-store';
import type { Caller } from '../http/asked.js';
import { nameIn, type Names } from '../http/names.js';
import { type Standings } from '../http/standing.js';
import type { Found } from '../cases/case-book.js';
import { lineNotes } from '../cases/line-pages.js';
import type { LineNote } from '../cases/line-responses.js';
import { rulesFor } from './discipline.js';
import type { TimelineItem } from './timeline-responses.js';

const isPerson = (actor: string): boolean => !actor.startsWith('system:');

/** The lines of a batch that an entry speaks of. */
const linesOf = (row: TimelineLine, notes: Awaited<ReturnType<typeof lineNotes>>): LineNote[] => {
  if (row.type === 'DecisionMade') return notes.ofDecision({ ...row, by: row.actor });
  const fell: readonly unknown[] = row.type === 'LinesFellOut' && Array.isArray(row.facts['lines']) ? row.facts['lines'] : [];
  const verdicts = fell.flatMap((line): [string, string][] =>
    typeof line === 'object' && line !== null && 'key' in line && 'because' in line
      ? [[String(line.key), String(line.because)]]
      : [],
  );
  return verdicts.length === 0 ? [] : notes.ofKeys(new Map(verdicts), row);
};

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What happened to a case, with names. */
export class TimelinePages {
  constructor(
    private readonly names: Names,
    private readonly standings: Standings,
    private readonly log: SharedLog,
    private readonly tenant: string,
  ) {}

  linesOf(id: string, { kind }: Found, asked: Readonly<{ limit: number; after?: number }>): Promise<readonly TimelineLine[]> {
    return timelineOf(this.log, streamOf(this.tenant, kind, id), asked);
  }

  async itemsOf(rows: readonly TimelineLine[], { person }: Caller, found: Found): Promise<(row: TimelineLine) => TimelineItem> {
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
    const notes = await lineNotes(found, this.names);
    const seesAll = found.workflow.subject === person || standing.seesPersonalNumbers;
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
      lines: linesOf(row, notes),
      facts:
        seesAll || !('verdicts' in row.facts)
          ? { ...row.facts }
          : { ...row.facts, verdicts: rulesFor(row.facts['verdicts'], false, (message) => message) },
      hash: row.hash,
      revision: row.revision,
    });
  }
}
