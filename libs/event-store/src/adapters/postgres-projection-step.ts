import type { Pool } from 'pg';
import type { EventStore, Position, Recorded } from '../event-store.js';
import { foldBatch, keysIn, type Row } from '../projection-fold.js';
import type { Incident } from '../projection-runner.js';
import { codeOf, isPassing, isUnreachable } from './postgres-errors.js';
import { Overtaken, registry, type Step } from './postgres-projection-registry.js';
import type { ProjectionTable } from './postgres-projection-table.js';
import { lazily, transaction } from './postgres-transaction.js';

/** A generation and how far it has come. */
export type Track = {
  readonly table: ProjectionTable;
  checkpoint: Position | undefined;
  incident: Incident | undefined;
  /** The ids of events that it goes without. */
  skipped: ReadonlySet<string>;
};

/** A rebuild met an event that its projection, or the database, does not take. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
  constructor(
    projection: string,
    readonly incident: Incident,
  ) {
    super(`the rebuild of ${projection} stopped at ${incident.eventType}: ${incident.error}`);
  }
}

type Work = Readonly<{ track: Track; step: Step; changed: ReadonlyMap<string, Row | undefined> }>;

/** Takes a batch of events into projections: rows and checkpoints of all of them in one transaction. */
export class Stepper {
  constructor(
    private readonly pool: Pool,
    private readonly compare: EventStore['compare'],
  ) {}

  /**
   * A projection that throws, or whose rows the database refuses, stops before that event; the others are not held up.
   * @returns the names of the projections whose rows changed
   * @throws when the database cannot be reached or another process has taken over; nothing is known to have happened then
   */
  async take(tracks: readonly Track[], events: readonly Recorded[]): Promise<readonly string[]> {
    const going = tracks.filter(({ incident }) => !incident);
    if (going.length === 0) return [];
    try {
      return await this.together(going, events);
    } catch (error) {
      if (isLost(error)) throw error;
    }
    const changed: string[] = [];
    for (const track of going) {
      try {
        changed.push(...(await this.together([track], events)));
      } catch (error) {
        if (isLost(error)) throw error;
        changed.push(...(await this.oneByOne(track, events)));
      }
    }
    return changed;
  }

  /** Moves those that have not stopped up to a position before which there is nothing for them any more. */
  async reach(tracks: readonly Track[], position: Position): Promise<void> {
    const before = tracks.filter(
      ({ incident, checkpoint }) => !incident && (checkpoint === undefined || this.compare(checkpoint, position) < 0),
    );
    if (before.length === 0) return;
    const steps = before.map((track) => ({ ...idOf(track), from: track.checkpoint ?? null, to: position, incident: null }));
    await registry.advance(this.pool, steps, []);
    for (const track of before) track.checkpoint = position;
  }

  private async oneByOne(track: Track, events: readonly Recorded[]): Promise<readonly string[]> {
    for (const event of events) {
      try {
        await this.together([track], [event]);
      } catch (error) {
        if (isLost(error)) throw error;
        const at = track.checkpoint ?? null;
        const incident = incidentOf(event, error);
        await registry.advance(this.pool, [{ ...idOf(track), from: at, to: at, incident }], []);
        track.incident = incident;
        break;
      }
      if (track.incident) break;
    }
    return [track.table.projection.name];
  }

  private async together(tracks: readonly Track[], events: readonly Recorded[]): Promise<readonly string[]> {
    const works = await transaction(this.pool, lazily, async (client) => {
      const done: Work[] = [];
      for (const track of tracks) {
        const { table, checkpoint } = track;
        const news = this.after(checkpoint, events);
        if (news.length === 0) continue;
        const taken = track.skipped.size === 0 ? news : news.filter(({ id }) => !track.skipped.has(id));
        const keys = keysIn(table.projection, taken);
        const before = await table.load(client, keys);
        const { changed, failure } = foldBatch(table.projection, before, taken);
        await table.write(client, changed, before);
        const to = failure ? (news[news.indexOf(failure.event) - 1]?.position ?? checkpoint) : news.at(-1)?.position;
        const incident = failure ? incidentOf(failure.event, failure.error) : null;
        done.push({ track, changed, step: { ...idOf(track), from: checkpoint ?? null, to: to ?? null, incident } });
      }
      if (done.length > 0)
        await registry.advance(
          client,
          done.map(({ step }) => step),
          namesOf(done),
        );
      return done;
    });
    for (const { track, step, changed } of works) {
      track.checkpoint = step.to ?? undefined;
      track.incident = step.incident ?? undefined;
      track.table.remember(changed);
    }
    return namesOf(works);
  }

  private after(checkpoint: Position | undefined, events: readonly Recorded[]): readonly Recorded[] {
    if (checkpoint === undefined) return events;
    const first = events.findIndex(({ position }) => this.compare(position, checkpoint) > 0);
    return first === 0 ? events : first < 0 ? [] : events.slice(first);
  }
}

const namesOf = (works: readonly Work[]) => works.filter(({ changed }) => changed.size > 0).map(({ step }) => step.name);

const idOf = ({ table }: Track) => ({ name: table.projection.name, generation: table.generation });

/** What says nothing about the event at hand. */
const isLost = (error: unknown) => error instanceof Overtaken || isUnreachable(error) || isPassing(error);

export const incidentOf = ({ position, id, type, stream }: Recorded, error: unknown): Incident => ({
  position,
  eventId: id,
  eventType: type,
  stream,
  error: error instanceof Error ? wordsOf(error) : 'unknown',
  at: new Date().toISOString(),
});

/** The text of an error may quote the row it was about: only its first line is kept, and of the database's no value. */
const wordsOf = (error: Error): string => {
  const [line = ''] = error.message.split('\n');
  const code = codeOf(error);
  return `${error.name}: ${code === undefined ? line : `${line.replace(/"[^"]*"?/g, '"…"')} (${code})`}`.slice(0, 500);
};

/** The types of events that any of them takes. */
export const typesOf = (tracks: readonly Track[]): readonly string[] => [
  ...new Set(tracks.flatMap(({ table }) => [...table.projection.handlers.keys()])),
];

/** Where the one that is furthest behind is. */
export const earliest = (tracks: readonly Track[], isAfter: (a: Position | undefined, b: Position | undefined) => boolean) =>
  tracks.reduce<Position | undefined>(
    (least, { checkpoint }, n) => (n === 0 || isAfter(least, checkpoint) ? checkpoint : least),
    undefined,
  );
