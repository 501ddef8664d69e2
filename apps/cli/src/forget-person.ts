import { setTimeout as pause } from 'node:timers/promises';
import { Rejection } from '@app/decider';
import { type Obstacle, obstaclesTo, type ObstacleTables, type Traces, tracesOf } from '@app/domain/policies';
import { person, type PersonCommand, type PersonState, type Retention, streamOf } from '@app/domain/staffing';
import type { Position, ProjectionRunner } from '@app/event-store';
import { holderOf } from '@app/event-store/adapters/postgres-duty';
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';
import { openDomain } from '../../worker/src/domain.js';
import { openErasure } from '../../worker/src/erasure.js';
import type { Foundation } from '../../worker/src/foundation.js';
import { startProjections } from '../../worker/src/projections.js';

/** Whom, why, by whom, and how long his file had to be kept. */
export type Order = Readonly<{ id: string; reason: string; by: string; retention: Retention }>;

/** What forgetting somebody would do, and why it may not be done. */
export type Outlook = Readonly<{
  forgotten: 'no' | 'ordered' | 'erased';
  traces: Traces;
  refusal: Rejection | undefined;
  obstacles: readonly Obstacle[];
}>;

const settleInMs = 60_000;
/** Making read models of a long log anew takes its time. */
const finishInMs = 60 * 60_000;

/** The services it takes, with read models that hold everything there is. */
export const openForgetting = async (alur: Foundation) => {
  const projections = await startProjections(alur);
  const { proposals, cases } = await openDomain(alur, projections);
  const db = alur.db.withTables<ObstacleTables>();
  return new ForgetPerson(alur, projections, { db, proposals, cases });
};

type Services = Parameters<typeof obstaclesTo>[3];

/** Forgets people, as the command line does. */
export class ForgetPerson {
  constructor(
    private readonly alur: Foundation,
    private readonly projections: ProjectionRunner,
    private readonly services: Services,
  ) {}

  /** Writes nothing. */
  async look(order: Order): Promise<Outlook> {
    const { store, clock } = this.alur;
    const head = await store.head();
    if (head !== undefined) await this.projections.waitFor(head, ['obligations', 'identity_grants', 'audit_reviews'], settleInMs);
    const state = await this.state(order.id);
    const traces = await tracesOf(store, order.id);
    const decision = person.decide(this.command(order), state);
    const forgotten = forgottenIn(state);
    return {
      forgotten,
      traces,
      refusal: decision instanceof Rejection ? decision : undefined,
      obstacles: forgotten === 'no' ? await obstaclesTo(order.id, traces.cases, clock.today(), this.services) : [],
    };
  }

  /** Records it. From here on it is going to be done, whatever happens to this process. @throws Rejection where the rules refuse */
  async order(order: Order): Promise<void> {
    await this.run(this.command(order), uuidv7());
  }

  /**
   * Resolves once nothing is readable any more: waits for the process that has the duty, or does it where there is none. Repeatable.
   * @throws Error when that takes more than an hour; it goes on by itself then
   */
  async finish(id: string, tell: (waitingFor: string) => void = () => undefined): Promise<void> {
    const until = Date.now() + finishInMs;
    for (let told = false; forgottenIn(await this.state(id)) !== 'erased'; await pause(250)) {
      const holder = await holderOf(this.alur.pool, 'policies');
      if (holder && !told) tell(`${holder.host} (${holder.pid})`);
      told ||= holder !== undefined;
      if (!holder) await this.erase(id);
      if (Date.now() > until) throw new Error('It is recorded and not done yet: see `alur policies`. It goes on by itself.');
    }
  }

  /** When and by whom it was ordered; `undefined` where it was not. */
  async ordered(id: string): Promise<Readonly<{ at: string; id: string; position: Position }> | undefined> {
    for await (const event of this.alur.store.read(this.stream(id)))
      if (event.type === 'PersonForgotten') return { at: event.metadata.at, id: event.id, position: event.position };
    return undefined;
  }

  private async erase(id: string): Promise<void> {
    const ordered = await this.ordered(id);
    if (!ordered) throw new Error('Nobody has ordered that.');
    const { alur: foundation, projections } = this;
    await openErasure({ foundation, projections }).erase(id, ordered.position);
    await this.run({ type: 'RecordErasure', data: { id, at: foundation.clock.now() } }, uuidv5('erased', ordered.id));
  }

  private command({ id, reason, by, retention }: Order): PersonCommand {
    return { type: 'ForgetPerson', data: { id, reason, by, retention, at: this.alur.clock.now() } };
  }

  private async run(command: PersonCommand, commandId: string): Promise<void> {
    const { transactor, config, clock } = this.alur;
    const actor = 'system:operator';
    const meta = { actor, commandId, correlationId: commandId, causationId: commandId, at: clock.now(), tenant: config.tenant };
    await transactor.transact(this.stream(command.data.id), person, command, meta);
  }

  private async state(id: string): Promise<PersonState> {
    return (await this.alur.transactor.load(this.stream(id), person)).state;
  }

  private stream(id: string): string {
    return streamOf.person(this.alur.config.tenant, id);
  }
}

const forgottenIn = (state: PersonState): Outlook['forgotten'] => (state.status === 'registered' ? state.forgotten : 'no');
