import { dayOf } from '@app/workflow';
import type { Loaded } from './definition-in-force.js';
import type { CaseRunner, Done, Request } from './case-runner.js';
import type { ProposedDossier } from './commands.js';
import type { MoveType } from './events.js';
import type { CaseFacts } from './facts.js';
import { reject } from './refusals.js';

/** What a proposer fills in. */
export type Wish = Readonly<{
  moveType: MoveType;
  employeeId: string;
  targetPositionId: string;
  reason: string;
  effectiveDate: string | null;
}>;

/** Finds out where the person is and where the post is, and begins or amends a case with it. */
export class Drafting {
  constructor(
    private readonly runner: CaseRunner,
    private readonly facts: CaseFacts,
    private readonly definitionOf: (moveType: MoveType) => Loaded,
  ) {}

  async draft(caseId: string, wish: Wish, { meta, ifMatch }: Request): Promise<Done> {
    const { definition, hash } = this.definitionOf(wish.moveType);
    const dossier = await this.dossierOf(wish, meta.at);
    const { directory, calendar } = await this.runner.dayOf(dossier, meta.at);
    const given = { by: meta.actor, at: meta.at, directory, calendar, ...(ifMatch !== undefined && { ifMatch }) };
    return this.runner.transact(
      caseId,
      { type: 'DraftProposal', data: { ...given, dossier, definition, definitionHash: hash } },
      { ...meta, subject: dossier.employeeId },
    );
  }

  /** What is absent from the change stays as it is. */
  amend(caseId: string, change: Partial<Wish>, request: Request): Promise<Done> {
    return this.runner.run(caseId, request, async ({ found, given: { about: _, ...given } }) => {
      const { dossier: before } = found.proposal;
      const wish: Wish = {
        moveType: before.moveType,
        employeeId: change.employeeId ?? before.employeeId,
        targetPositionId: change.targetPositionId ?? before.toPost,
        reason: change.reason ?? before.reason,
        effectiveDate: change.effectiveDate === undefined ? before.effectiveDate : change.effectiveDate,
      };
      const dossier = await this.dossierOf(wish, given.at);
      const { directory } = await this.runner.dayOf(dossier, given.at);
      return { type: 'AmendProposal', data: { ...given, directory, dossier } };
    });
  }

  private async dossierOf(
    { moveType, employeeId, targetPositionId, reason, effectiveDate }: Wish,
    at: string,
  ): Promise<ProposedDossier> {
    const calendar = await this.facts.calendar();
    const [from, to] = await Promise.all([this.facts.locate(employeeId, dayOf(calendar, at)), this.facts.post(targetPositionId)]);
    if (!from) throw reject('mutation.employee-unknown', 'There is no such employee with a post.', { field: 'employeeId' });
    if (!to) throw reject('mutation.position-unknown', 'There is no such post.', { field: 'targetPositionId' });
    return {
      moveType,
      employeeId,
      fromPost: from.place.post.id,
      fromUnit: from.place.unit.id,
      fromAgency: from.place.agency.id,
      fromAssignment: from.assignment,
      toPost: to.post.id,
      toUnit: to.unit.id,
      toAgency: to.agency.id,
      effectiveDate,
      reason,
    };
  }
}
