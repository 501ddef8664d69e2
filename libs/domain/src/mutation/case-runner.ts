import { Rejection } from '@app/decider';
import { type CommandMeta, type Outcome, type Transactor, WrongRevision } from '@app/event-store';
import { type Day, dayOf, type Directory, type Rights } from '@app/workflow';
import type { Given, ProposalCommand } from './commands.js';
import type { ProposalEvent } from './events.js';
import type { CaseFacts } from './facts.js';
import { proposal } from './proposal.js';
import { absent, type Existing, existing } from './proposing.js';
import type { ProposalState } from './state.js';
import { caseStream } from './streams.js';

/** A command as the rim knows it: who, when, under which id, and the ETag that was seen, if the caller named one. */
export type Request = Readonly<{ meta: CommandMeta; ifMatch?: string }>;

export type Done = Outcome<ProposalEvent, ProposalState>;

/** What a command is built from: the case as last seen, and what goes into every command. */
export type Scene = Readonly<{ found: Existing; given: Given; today: Day }>;

type Build = (scene: Scene) => ProposalCommand | Promise<ProposalCommand>;

const KEPT = 10_000;

/**
 * Runs commands on cases: gathers whom the case concerns, builds the command, transacts.
 *
 * The case as last seen is kept, so that a decision costs no read. Where what was kept is no longer so, the decider refuses
 * (`about` in the command), and it is done again from the newest state.
 */
export class CaseRunner {
  private readonly seen = new Map<string, ProposalState>();

  constructor(
    private readonly transactor: Transactor,
    private readonly facts: CaseFacts,
    private readonly tenant: string,
  ) {}

  /** The case now. */
  async load(caseId: string): Promise<Readonly<{ state: ProposalState; revision: bigint | 'none' }>> {
    const loaded = await this.transactor.load(caseStream(this.tenant, caseId), proposal);
    this.keep(caseId, loaded.state);
    return loaded;
  }

  /**
   * @throws Rejection where there is no such case, or the decider refuses
   * @throws WrongRevision where `ifMatch` is not the case's ETag any more, or every attempt lost the race
   */
  async run(caseId: string, request: Request, build: Build): Promise<Done> {
    const kept = this.seen.get(caseId);
    if (kept) {
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
      throw this.asRace(caseId, error);
    }
  }

  /** Drops every kept state, which may hold personal data in clear: call it when a person was forgotten. */
  forget(): void {
    this.seen.clear();
  }

  /** Runs a command that is complete as it is. */
  async transact(caseId: string, command: ProposalCommand, meta: CommandMeta): Promise<Done> {
    const done = await this.transactor.transact(caseStream(this.tenant, caseId), proposal, command, meta);
    this.keep(caseId, done.state);
    return done;
  }

  /** Directory and calendar for an existing case. */
  async sceneOf(state: ProposalState, { meta, ifMatch }: Request): Promise<Scene> {
    const found = existing(state);
    if (!found) throw absent();
    const { employeeId, fromAgency, toAgency, toPost } = found.proposal.dossier;
    const { directory, today, ...rights } = await this.dayOf(found.proposal.dossier, meta.at);
    const about = { employeeId, fromAgency, toAgency, toPost };
    return {
      found,
      today,
      given: { by: meta.actor, ...rights, directory, about, ...(ifMatch !== undefined && { ifMatch }) },
    };
  }

  /** Whom a case concerns on the day of an instant, and what the right to act is judged by then. */
  async dayOf(
    parties: Parameters<CaseFacts['directory']>[0],
    at: string,
  ): Promise<Rights & Readonly<{ directory: Directory; today: Day }>> {
    const [calendar, authority, kin] = await Promise.all([
      this.facts.calendar(),
      this.facts.authority(),
      this.facts.kinOf(parties.employeeId),
    ]);
    const today = dayOf(calendar, at);
    const directory = await this.facts.directory(parties, today);
    return { at, calendar, kin, ...(authority && { authority }), today, directory };
  }

  private async attempt(caseId: string, state: ProposalState, request: Request, build: Build): Promise<Done> {
    const scene = await this.sceneOf(state, request);
    const command = await build(scene);
    return this.transact(caseId, command, metaOf(request.meta, scene, command));
  }

  private asRace(caseId: string, error: unknown): unknown {
    return error instanceof Rejection && error.code === 'mutation.changed-meanwhile'
      ? new WrongRevision(caseStream(this.tenant, caseId), 'none')
      : error;
  }

  private keep(caseId: string, state: ProposalState): void {
    if (!state.proposal) return;
    this.seen.delete(caseId);
    this.seen.set(caseId, state);
    if (this.seen.size <= KEPT) return;
    const [oldest] = this.seen.keys();
    if (oldest !== undefined) this.seen.delete(oldest);
  }
}

/** Says in the metadata by what right it was done, and whose key encrypts what is personal. */
const metaOf = (
  meta: CommandMeta,
  { found: { workflow, proposal: of }, given }: Scene,
  command: ProposalCommand,
): CommandMeta => {
  // Of the stage that is meant, which need not be the one that was open when the case was last seen.
  const stage = command.type === 'Decide' ? workflow.definition.stages.find(({ key }) => key === command.data.stage) : undefined;
  const waiting = [stage?.actor ?? workflow.starter.role];
  const roles = [...waiting, ...Object.keys(given.directory)];
  const holding = roles.flatMap((role) => given.directory[role] ?? []).find(({ person }) => person === meta.actor);
  return {
    ...meta,
    subject: of.dossier.employeeId,
    ...(holding && {
      office: holding.office,
      authority: holding.letter === undefined ? holding.kind : `${holding.kind}: ${holding.letter}`,
      ...(holding.onBehalfOf !== undefined && { onBehalfOf: holding.onBehalfOf }),
    }),
  };
};
