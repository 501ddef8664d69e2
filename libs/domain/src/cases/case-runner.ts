import { type Decider, type Message, Rejection } from '@app/decider';
import { type CommandMeta, type Outcome, type Transactor, WrongRevision } from '@app/event-store';
import type { Calendar, Day, Directory, WorkflowState } from '@app/workflow';

/** A command as the rim knows it: who, when, under which id, and the ETag that was seen, if the caller named one. */
export type Request = Readonly<{ meta: CommandMeta; ifMatch?: string }>;

type Live = Exclude<WorkflowState, { status: 'absent' }>;

/** Who and what surrounds a case on the day of a command. */
export type Around = Readonly<{ directory: Directory; calendar: Calendar; today: Day }>;

/** What a command is built from: the case as last seen, and what goes into every command. */
export type Scene<Found, Given> = Readonly<{ found: Found; given: Given; today: Day }>;

/** What tells one kind of case from another. */
export type Kind<C extends Message, E extends Message, S, Found, Given> = Readonly<{
  decider: Decider<C, E, S>;
  streamOf: (caseId: string) => string;
  /** Narrows a state to a case that exists. */
  existing: (state: S) => Found | undefined;
  absent: () => Rejection;
  /** The engine's part, and the person it is about. */
  partsOf: (found: Found) => Readonly<{ workflow: Live; subject: string }>;
  sceneOf: (found: Found, request: Request) => Promise<Scene<Found, Given & Readonly<{ directory: Directory }>>>;
  /** The refusal that means: what was built on is not so any more. */
  raced: string;
}>;

const KEPT = 10_000;

/**
 * Runs commands on cases: gathers whom the case concerns, builds the command, transacts.
 *
 * The case as last seen is kept, so that a decision costs no read. Where what was kept is no longer so, the decider refuses, and
 * it is done again from the newest state.
 */
export class CaseRunner<C extends Message, E extends Message, S, Found, Given> {
  private readonly seen = new Map<string, S>();

  constructor(
    private readonly transactor: Transactor,
    private readonly kind: Kind<C, E, S, Found, Given>,
  ) {}

  /** The case now, or as it was at a revision, or later: see `Transactor.load`. */
  async load(caseId: string, atLeast?: bigint): Promise<Readonly<{ state: S; revision: bigint | 'none' }>> {
    const loaded = await this.transactor.load(this.kind.streamOf(caseId), this.kind.decider, atLeast);
    this.keep(caseId, loaded.state);
    return loaded;
  }

  /** @throws Rejection where there is no such case */
  async found(caseId: string): Promise<Found> {
    return this.require((await this.load(caseId)).state);
  }

  /**
   * @throws Rejection where there is no such case, or the decider refuses
   * @throws WrongRevision where `ifMatch` is not the case's ETag any more, or every attempt lost the race
   */
  async run(caseId: string, request: Request, build: (scene: Scene<Found, Given>) => C | Promise<C>): Promise<Outcome<E, S>> {
    const kept = this.seen.get(caseId);
    if (kept !== undefined) {
      try {
        return await this.attempt(caseId, kept, request, build);
      } catch (error) {
        // What was refused may have been refused for what was kept.
        if (!(error instanceof Rejection)) throw error;
      }
    }
    const { state } = await this.load(caseId);
    try {
      return await this.attempt(caseId, state, request, build);
    } catch (error) {
      throw error instanceof Rejection && error.code === this.kind.raced
        ? new WrongRevision(this.kind.streamOf(caseId), 'none')
        : error;
    }
  }

  /** Runs a command that is complete as it is. */
  async transact(caseId: string, command: C, meta: CommandMeta): Promise<Outcome<E, S>> {
    const done = await this.transactor.transact(this.kind.streamOf(caseId), this.kind.decider, command, meta);
    this.keep(caseId, done.state);
    return done;
  }

  /** Drops every kept state, which may hold personal data in clear: call it when a person was forgotten. */
  forget(): void {
    this.seen.clear();
  }

  private async attempt(
    caseId: string,
    state: S,
    request: Request,
    build: (scene: Scene<Found, Given>) => C | Promise<C>,
  ): Promise<Outcome<E, S>> {
    const found = this.require(state);
    const scene = await this.kind.sceneOf(found, request);
    const command = await build(scene);
    const { workflow, subject } = this.kind.partsOf(found);
    return this.transact(caseId, command, {
      ...request.meta,
      subject,
      ...rightOf(workflow, scene.given.directory, request.meta.actor, stageIn(command)),
    });
  }

  private require(state: S): Found {
    const found = this.kind.existing(state);
    if (found === undefined) throw this.kind.absent();
    return found;
  }

  private keep(caseId: string, state: S): void {
    if (this.kind.existing(state) === undefined) return;
    this.seen.delete(caseId);
    this.seen.set(caseId, state);
    if (this.seen.size <= KEPT) return;
    const [oldest] = this.seen.keys();
    if (oldest !== undefined) this.seen.delete(oldest);
  }
}

/** The stage that a decision means, which need not be the one that was open when the case was last seen. */
const stageIn = ({ type, data }: Message): string | undefined => {
  if (type !== 'Decide' || typeof data !== 'object' || data === null || !('stage' in data)) return undefined;
  return typeof data.stage === 'string' ? data.stage : undefined;
};

/** By what right somebody does it, for the metadata. */
const rightOf = (
  { definition, starter }: Live,
  directory: Directory,
  actor: string,
  stage: string | undefined,
): Pick<CommandMeta, 'office' | 'authority' | 'onBehalfOf'> => {
  const waiting = definition.stages.find(({ key }) => key === stage)?.actor ?? starter.role;
  const roles = [waiting, ...Object.keys(directory)];
  const holding = roles.flatMap((role) => directory[role] ?? []).find(({ person }) => person === actor);
  return (
    (holding && {
      office: holding.office,
      authority: holding.letter === undefined ? holding.kind : `${holding.kind}: ${holding.letter}`,
      ...(holding.onBehalfOf !== undefined && { onBehalfOf: holding.onBehalfOf }),
    }) ??
    {}
  );
};
