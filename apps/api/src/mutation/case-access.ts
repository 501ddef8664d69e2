import { Rejection } from '@app/decider';
import { type CaseFacts, type Done, type Proposals, type ProposalState } from '@app/domain/mutation';
import { WrongRevision } from '@app/event-store';
import { type BusinessClock } from '@app/scheduling';
import type { Caller } from '../http/asked.js';
import { type Standings } from '../http/standing.js';
import { type Wording } from '../http/wording.js';
import { maySee } from './access.js';
import { rulesFor } from './discipline.js';

export type CaseAccessParts = Readonly<{
  proposals: Proposals;
  facts: CaseFacts;
  clock: BusinessClock;
  standings: Standings;
  wording: Wording;
}>;

/** Whether somebody may know of a case. Who may not learns nothing: not even that it is there. */
export class CaseAccess {
  constructor(private readonly parts: CaseAccessParts) {}

  /** @throws Rejection `mutation.absent` (missing) for a case that is not there, and for one that is nobody's business */
  async require(caseId: string, person: string): Promise<ProposalState> {
    const { proposals, facts, clock } = this.parts;
    const { state } = await proposals.load(caseId);
    const directory = state.proposal ? await facts.directory(state.proposal.dossier, clock.today()) : {};
    const submitted = (state.proposal?.submissions ?? []).length > 0;
    if (!maySee({ workflow: state.workflow, submitted }, directory, person)) throw absent();
    return state;
  }

  /**
   * Runs a write without asking first, since who may act may also see; what changed nothing is asked afterwards. To somebody who may not know of the case it is refused
   * as if it were not there; to the others without what is said of discipline, unless their office needs it.
   */
  async guard(caseId: string, caller: Caller, write: () => Promise<Done>): Promise<Done> {
    const done = await this.written(caseId, caller, write);
    if (done.events.length === 0) await this.require(caseId, caller.person);
    return done;
  }

  private async written(caseId: string, caller: Caller, write: () => Promise<Done>): Promise<Done> {
    try {
      return await write();
    } catch (error) {
      const refused = error instanceof Rejection && error.code !== 'command.id-reused';
      if (!refused && !(error instanceof WrongRevision)) throw error;
      // That the case is another than he saw is also nothing that a stranger learns.
      await this.require(caseId, caller.person);
      throw refused ? await this.worded(error, caller) : error;
    }
  }

  private async worded(refused: Rejection, { person, language }: Caller): Promise<Rejection> {
    const { rules } = refused.facts;
    if (rules === undefined) return refused;
    const { standings, wording } = this.parts;
    const { seesPersonalNumbers } = await standings.of(person);
    const said = rulesFor(rules, seesPersonalNumbers, (message, inputs) => wording.say(message, language, inputs));
    return new Rejection(refused.kind, refused.code, refused.message, { ...refused.facts, rules: said });
  }
}

const absent = (): Rejection => new Rejection('missing', 'mutation.absent', 'There is no such proposal.');
