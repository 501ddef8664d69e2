import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Member } from './member.js';

type Sample = Readonly<{
  at: number;
  head: bigint;
  /** By lock: who holds it at present. */
  holders: ReadonlyMap<string, string>;
  /** By name of a read model or policy: how far it is. */
  checkpoints: ReadonlyMap<string, bigint>;
}>;

/** How long it took until each went on after its owner had died, in milliseconds. */
export type Takeover = Readonly<{ duty: string; victim: string; by: string; each: ReadonlyMap<string, number> }>;

/** Of somebody who had a duty: when it was, and how far the log had come by then. */
type Death = Readonly<{ victim: string; duty: string; at: number; head: bigint }>;

const duties = ['projections', 'policies'] as const;

/** Looks ten times a second at who does what, by the locks, and how far each has come, by the registry. */
export class DutyWatch {
  private readonly samples: Sample[] = [];
  private readonly deaths: Death[] = [];
  private watching: Promise<void> | undefined;
  private done = false;

  constructor(private readonly pool: Pool) {}

  start(): void {
    this.watching = this.watch();
  }

  async stop(): Promise<void> {
    this.done = true;
    await this.watching;
  }

  /** Kills a process, and notes what it had to do at that moment. */
  async kill(member: Member): Promise<void> {
    const { holders } = await this.look();
    const at = performance.now();
    await member.kill();
    const { head } = await this.look();
    for (const duty of duties) if (holders.get(duty) === member.name) this.deaths.push({ victim: member.name, duty, at, head });
  }

  /** Resolves when whatever had to be taken over has been. @throws Error with what has not, after so many seconds */
  async takenOver(seconds = 60): Promise<readonly Takeover[]> {
    for (const end = performance.now() + seconds * 1000; ; await pause(100)) {
      const found = this.deaths.map((death) => this.takeoverOf(death));
      const ready = found.filter((each) => each !== undefined);
      if (ready.length === found.length) return ready;
      if (performance.now() > end)
        throw new Error(`not taken over: ${this.deaths.map(({ duty, victim }) => `${duty} of ${victim}`).join()}`);
    }
  }

  /** The longest while in which nobody held a lock, for each of them. */
  longestVacancy(): Readonly<Record<string, number>> {
    const longest = (duty: string) => {
      let [most, held] = [0, this.samples[0]?.at ?? 0];
      for (const { at, holders } of this.samples) {
        if (holders.has(duty)) held = at;
        else most = Math.max(most, at - held);
      }
      return Math.round(most);
    };
    return Object.fromEntries(duties.map((duty) => [duty, longest(duty)]));
  }

  private takeoverOf({ victim, duty, at, head }: Death): Takeover | undefined {
    const after = this.samples.filter((sample) => sample.at > at);
    // What was written when he was dead nobody but his heir can have handled.
    const written = after.find((sample) => sample.head > head)?.head;
    const heir = after.find(({ holders }) => holders.has(duty) && holders.get(duty) !== victim)?.holders.get(duty);
    if (written === undefined || heir === undefined) return undefined;
    const each = new Map<string, number>();
    for (const name of after[0]?.checkpoints.keys() ?? []) {
      if (!name.startsWith(`${duty}/`)) continue;
      const reached = after.find(({ checkpoints }) => (checkpoints.get(name) ?? 0n) >= written);
      if (!reached) return undefined;
      each.set(name.slice(duty.length + 1), Math.round(reached.at - at));
    }
    return { duty, victim, by: heir, each };
  }

  private async watch(): Promise<void> {
    for (; !this.done; await pause(100)) this.samples.push(await this.look());
  }

  private async look(): Promise<Sample> {
    const { rows } = await this.pool.query<{ kind: string; name: string; value: string | null }>(sampled);
    const of = (kind: string) => rows.filter((row) => row.kind === kind);
    return {
      at: performance.now(),
      head: BigInt(of('head')[0]?.value ?? 0),
      holders: new Map(of('holder').map(({ name, value }) => [name, value ?? ''])),
      checkpoints: new Map(of('checkpoint').map(({ name, value }) => [name, BigInt(value ?? 0)])),
    };
  }
}

const sampled = `
  select 'head' as kind, '' as name, position::text as value from es.log_head
  union all
  select 'checkpoint', 'projections/' || name, checkpoint from rm.projections where live
  union all
  select 'checkpoint', 'policies/' || name, checkpoint from es.policy_checkpoints
  union all
  select 'holder', duty, a.application_name
  from unnest(array['projections', 'policies']) duty
    join pg_locks l on l.locktype = 'advisory' and l.granted and l.objsubid = 1
      and l.objid::bigint = hashtext('alur ' || duty)::bigint & 4294967295
    join pg_stat_activity a using (pid)
  where a.datname = current_database()`;
