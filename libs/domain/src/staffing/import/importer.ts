import { createHash } from 'node:crypto';
import { v5 as uuidV5 } from 'uuid';
import { Rejection, type Decider, type Message } from '@app/decider';
import type { CommandMeta, Transactor } from '@app/event-store';
import { postId, streamOf, tenantNamespace, unitId } from '../ids.js';
import { person } from '../person/person.js';
import { post } from '../post.js';
import { unit } from '../unit.js';
import { checkFile } from './check.js';
import { each } from './each.js';
import type { Counts } from './events.js';
import type { ImportFiles } from './files.js';
import { importFile, type ImportState } from './import.js';
import type { Ids, Known, Plan, PlannedPerson } from './plan.js';
import type { ImportReport } from './report.js';

/** Where predicates go: another context's business. Both answer how many are new; `pending` writes nothing. */
export type Predicates = Readonly<{
  record: (person: string, predicates: PlannedPerson['predicates'], meta: CommandMeta) => Promise<number>;
  pending: (person: string, predicates: PlannedPerson['predicates'], at: string) => Promise<number>;
}>;

export type ImporterParts = Readonly<{
  transactor: Transactor;
  files: ImportFiles;
  tenant: string;
  personId: (nip: string) => string;
  predicates: Predicates;
}>;

/** On whose behalf, and when by the business clock. */
export type ImportBy = Readonly<{ actor: string; office?: string; at: string }>;
export type Progress = Readonly<{ done: number; total: number }>;
export type ImportOutcome = Readonly<{ id: string; report: ImportReport; outcome: 'refused' | 'unchanged' | 'accepted' }>;

const AT_A_TIME = 200;

/**
 * Takes employees, units and posts over from a file: checked as a whole, then row by row and repeatably.
 *
 * `import` and `accept` refuse a file with any bad row and write nothing. An accepted file is carried out by `run`, which may
 * be interrupted at any point and called again; `resume` does so for every file that was left.
 */
export class Importer {
  private readonly ids: Ids;
  private readonly under = new Map<string, Progress>();
  private readonly running = new Map<string, Promise<number>>();

  constructor(private readonly parts: ImporterParts) {
    const { tenant, personId } = parts;
    this.ids = { unit: (code) => unitId(tenant, code), post: (code) => postId(tenant, code), person: personId };
  }

  /** A dry run: what would be taken over, and everything that is wrong. */
  async check(bytes: Uint8Array): Promise<ImportReport> {
    return (await this.plan(bytes)).report;
  }

  /** Checks a file and, where it is good and new, records that it is to be carried out. */
  async accept(bytes: Uint8Array, { actor, office, at }: ImportBy): Promise<ImportOutcome> {
    const id = createHash('sha256').update(bytes).digest('hex');
    const plan = await this.plan(bytes);
    const { report } = plan;
    if (report.bad.length > 0) return { id, report, outcome: 'refused' };
    const { state } = await this.state(id);
    if (state.status === 'completed' && (await this.changes(plan, at)) === 0) return { id, report, outcome: 'unchanged' };
    await this.parts.files.save(id, bytes);
    const rows: Counts = { units: report.units, posts: report.posts, people: report.people };
    const run = state.status === 'unknown' ? 1 : state.run + (state.status === 'completed' ? 1 : 0);
    const meta = { ...this.meta(id, run, 'accept', actor, at), ...(office ? { office } : {}) };
    await this.parts.transactor.transact(
      streamOf.import(this.parts.tenant, id),
      importFile,
      { type: 'AcceptImport', data: { fileHash: id, rows, by: actor, at } },
      meta,
    );
    return { id, report, outcome: 'accepted' };
  }

  /** Carries an accepted file out, from wherever it was left. Answers how many events were new. Calls for the same file share one run. */
  run(id: string, tell: (progress: Progress) => void = () => undefined): Promise<number> {
    const running = this.running.get(id) ?? this.carryOut(id, tell).finally(() => this.running.delete(id));
    this.running.set(id, running);
    return running;
  }

  /** Checks, accepts and carries out in one go. */
  async import(
    bytes: Uint8Array,
    by: ImportBy,
    tell?: (progress: Progress) => void,
  ): Promise<ImportOutcome & Readonly<{ changes: number }>> {
    const outcome = await this.accept(bytes, by);
    return { ...outcome, changes: outcome.outcome === 'accepted' ? await this.run(outcome.id, tell) : 0 };
  }

  /** Carries out what an earlier process left; for the start of a process. Answers the ids. */
  async resume(tell?: (progress: Progress) => void): Promise<readonly string[]> {
    const pending = await this.parts.files.pending();
    for (const id of pending) {
      if ((await this.state(id)).state.status === 'accepted') await this.run(id, tell);
      else await this.parts.files.remove(id);
    }
    return pending;
  }

  /** Where an import stands. `undefined` for one that was never accepted. */
  async status(
    id: string,
  ): Promise<(Progress & Readonly<{ status: 'accepted' | 'completed'; changes: number | null; rows: Counts }>) | undefined> {
    const { state } = await this.state(id);
    if (state.status === 'unknown') return undefined;
    const total = state.rows.units + state.rows.posts + state.rows.people;
    if (state.status === 'completed')
      return { status: 'completed', done: total, total, changes: state.changes, rows: state.rows };
    return { status: 'accepted', done: this.under.get(id)?.done ?? 0, total, changes: null, rows: state.rows };
  }

  private async carryOut(id: string, tell: (progress: Progress) => void): Promise<number> {
    const { state } = await this.state(id);
    if (state.status !== 'accepted') return 0;
    const bytes = await this.parts.files.load(id);
    if (!bytes) {
      // Another process has carried it out and put the file away in between.
      if ((await this.state(id)).state.status === 'completed') return 0;
      throw new Error(`the bytes of import ${id} are gone`);
    }
    const changes = await this.apply(id, state, await this.plan(bytes), tell);
    const data = { fileHash: id, run: state.run, changes, at: state.at };
    await this.parts.transactor.transact(
      streamOf.import(this.parts.tenant, id),
      importFile,
      { type: 'CompleteImport', data },
      this.meta(id, state.run, 'complete', state.by, state.at),
    );
    await this.parts.files.remove(id);
    return changes;
  }

  private async apply(
    id: string,
    { run, by, at }: Extract<ImportState, { status: 'accepted' }>,
    plan: Plan,
    tell: (progress: Progress) => void,
  ): Promise<number> {
    const total = plan.units.length + plan.posts.length + plan.people.length;
    let done = 0;
    let changes = 0;
    const count = (events: number) => {
      changes += events;
      done += 1;
      this.under.set(id, { done, total });
      tell({ done, total });
    };
    const transact = async <C extends Message, E extends Message, S>(
      stream: string,
      decider: Decider<C, E, S>,
      command: C,
      subject?: string,
    ) => {
      const meta = { ...this.meta(id, run, stream, by, at), ...(subject ? { subject } : {}) };
      return (await this.parts.transactor.transact(stream, decider, command, meta)).events.length;
    };
    const { tenant, predicates } = this.parts;
    await each(plan.units, AT_A_TIME, async ({ type, data }) =>
      count(await transact(streamOf.unit(tenant, data.id), unit, { type, data: { ...data, at } })),
    );
    await each(plan.posts, AT_A_TIME, async ({ type, data }) =>
      count(await transact(streamOf.post(tenant, data.id), post, { type, data: { ...data, at } })),
    );
    await each(plan.people, AT_A_TIME, async ({ type, data, predicates: told }) => {
      const recorded = await transact(streamOf.person(tenant, data.id), person, { type, data: { ...data, at } }, data.id);
      const rated =
        told.length === 0 || (await this.isForgotten(data.id))
          ? 0
          : await predicates.record(data.id, told, { ...this.meta(id, run, `predicates:${data.id}`, by, at), subject: data.id });
      count(recorded + rated);
    });
    this.under.delete(id);
    return changes;
  }

  /** How many events carrying it out would add now. Writes nothing. */
  private async changes(plan: Plan, at: string): Promise<number> {
    const { transactor, tenant, predicates } = this.parts;
    let changes = 0;
    const ask = async <C extends Message, E extends Message, S>(stream: string, decider: Decider<C, E, S>, command: C) => {
      const { state } = await transactor.load(stream, decider);
      const decision = decider.decide(command, state);
      changes += decision instanceof Rejection ? 0 : decision.length;
    };
    await each(plan.units, AT_A_TIME, ({ type, data }) =>
      ask(streamOf.unit(tenant, data.id), unit, { type, data: { ...data, at } }),
    );
    await each(plan.posts, AT_A_TIME, ({ type, data }) =>
      ask(streamOf.post(tenant, data.id), post, { type, data: { ...data, at } }),
    );
    await each(plan.people, AT_A_TIME, async ({ type, data, predicates: told }) => {
      await ask(streamOf.person(tenant, data.id), person, { type, data: { ...data, at } });
      if (!(await this.isForgotten(data.id))) changes += await predicates.pending(data.id, told, at);
    });
    return changes;
  }

  /** Of whom nothing is written down any more: what a file says of him is passed over. */
  private async isForgotten(id: string): Promise<boolean> {
    const { state } = await this.parts.transactor.load(streamOf.person(this.parts.tenant, id), person);
    return state.status === 'registered' && state.forgotten !== 'no';
  }

  private plan(bytes: Uint8Array): Promise<Plan> {
    const { transactor, tenant } = this.parts;
    const unitById = async (id: string) => {
      const { state } = await transactor.load(streamOf.unit(tenant, id), unit);
      return state.status === 'established' ? state : undefined;
    };
    const known: Known = {
      unit: (code) => unitById(this.ids.unit(code)),
      unitById,
      post: async (code) => {
        const { state } = await transactor.load(streamOf.post(tenant, this.ids.post(code)), post);
        return state.status === 'established' ? state : undefined;
      },
    };
    return checkFile(bytes, known, this.ids);
  }

  private state(id: string) {
    return this.parts.transactor.load(streamOf.import(this.parts.tenant, id), importFile);
  }

  private meta(id: string, run: number, what: string, actor: string, at: string): CommandMeta {
    const namespace = tenantNamespace(this.parts.tenant);
    const correlationId = uuidV5(`import:${id}:${run}`, namespace);
    return {
      actor,
      commandId: uuidV5(`import:${id}:${run}:${what}`, namespace),
      correlationId,
      causationId: correlationId,
      at,
      tenant: this.parts.tenant,
    };
  }
}
