import type { CommandMeta, Outcome, Transactor } from '@app/event-store';
import { CaseRunner as Runner, type Scene as SceneOf } from '@app/domain/cases';
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
export type Scene = SceneOf<Existing, Given>;

/** Runs commands on transfers, as on any case; what is gathered beforehand is that of the parties of the move (`about`). */
export class CaseRunner extends Runner<ProposalCommand, ProposalEvent, ProposalState, Existing, Given> {
  constructor(
    transactor: Transactor,
    private readonly facts: CaseFacts,
    tenant: string,
  ) {
    super(transactor, {
      decider: proposal,
      streamOf: (caseId) => caseStream(tenant, caseId),
      existing,
      absent,
      partsOf: ({ workflow, proposal: { dossier } }) => ({ workflow, subject: dossier.employeeId }),
      sceneOf: (found, request) => this.sceneOfFound(found, request),
      raced: 'mutation.changed-meanwhile',
    });
  }

  /** Directory and calendar for an existing case. @throws Rejection where there is none */
  sceneOf(state: ProposalState, request: Request): Promise<Scene> {
    const found = existing(state);
    return found ? this.sceneOfFound(found, request) : Promise.reject(absent());
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

  private async sceneOfFound(found: Existing, { meta, ifMatch }: Request): Promise<Scene> {
    const { employeeId, fromAgency, toAgency, toPost } = found.proposal.dossier;
    const { directory, today, ...rights } = await this.dayOf(found.proposal.dossier, meta.at);
    const about = { employeeId, fromAgency, toAgency, toPost };
    return {
      found,
      today,
      given: { by: meta.actor, ...rights, directory, about, ...(ifMatch !== undefined && { ifMatch }) },
    };
  }
}
