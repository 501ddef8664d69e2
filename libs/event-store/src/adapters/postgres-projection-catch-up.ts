import type { EventStore, Position } from '../event-store.js';
import { gathered } from '../gathered.js';
import type { SharedLog } from '../shared-log.js';
import { earliest, type Stepper, type Track, typesOf } from './postgres-projection-step.js';

/** Who is far behind is brought on by so many events in one transaction. */
const muchAtOnce = 4_000;

type Parts = Readonly<{
  store: EventStore;
  log: SharedLog;
  stepper: Stepper;
  /** Told after every step. */
  moved: () => void;
}>;

/** Reads for projections that are behind. */
export class CatchUp {
  constructor(private readonly parts: Parts) {}

  private readonly isAfter = (a: Position | undefined, b: Position | undefined): boolean =>
    a !== undefined && (b === undefined || this.parts.store.compare(a, b) > 0);

  /** Where the furthest of them is, and those that are behind it without having stopped. */
  among(tracks: readonly Track[]): Readonly<{ furthest: Position | undefined; behind: readonly Track[] }> {
    const furthest = tracks.reduce<Position | undefined>(
      (most, { checkpoint }) => (this.isAfter(checkpoint, most) ? checkpoint : most),
      undefined,
    );
    return { furthest, behind: tracks.filter(({ checkpoint, incident }) => !incident && this.isAfter(furthest, checkpoint)) };
  }

  /** Reads what they take of the log, until there is nothing more or all of them have stopped. @throws what stopped it, once `stop` is aborted */
  async bring(tracks: readonly Track[], stop: AbortSignal): Promise<void> {
    const { store, log, stepper, moved } = this.parts;
    const head = await store.head();
    const types = typesOf(tracks);
    for await (const batch of gathered(log.readAll(earliest(tracks, this.isAfter), { types }), muchAtOnce)) {
      stop.throwIfAborted();
      await stepper.take(tracks, batch);
      moved();
      if (tracks.every(({ incident }) => incident)) return;
    }
    // What they do not take lies behind them as well.
    if (head !== undefined) await stepper.reach(tracks, head);
  }
}
