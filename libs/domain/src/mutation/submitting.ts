import { Rejection } from '@app/decider';
import type { CommandMeta } from '@app/event-store';
import type { CaseRunner, Done, Request, Scene } from './case-runner.js';
import type { Claims } from './claims.js';
import type { Examined, SubmitProposal } from './commands.js';
import { dayOfMove } from './eligibility/of-case.js';
import { currentRuleSet } from './eligibility/current.js';
import type { RulePhase } from './events.js';
import type { CaseFacts } from './facts.js';
import { proposal } from './proposal.js';
import { isLive, statusOf } from './state.js';

/** Takes the reservations, submits, and gives them back where that fails. */
export class Submitting {
  constructor(
    private readonly runner: CaseRunner,
    private readonly facts: CaseFacts,
    private readonly claims: Claims,
  ) {}

  async submit(caseId: string, request: Request): Promise<Done> {
    const before = (await this.runner.load(caseId)).state;
    const scene = await this.runner.sceneOf(before, request);
    const examined = await this.examined(caseId, scene, 'submission');
    const taken: string[] = [];
    try {
      const done = await this.runner.run(caseId, request, async ({ found, given }) => {
        const command: SubmitProposal = {
          type: 'SubmitProposal',
          data: { ...given, ...examined, about: scene.given.about ?? undefined },
        };
        // What would be refused anyway takes no reservation; a repeat of what was done is answered as the first time.
        if (!(proposal.decide(command, found) instanceof Rejection))
          taken.push(...(await this.claims.take(caseId, found.proposal.dossier, examined.facts.target, request.meta)));
        return command;
      });
      await this.releaseOutdated(caseId, done, request.meta);
      return done;
    } catch (error) {
      await this.giveBack(caseId, taken, request.meta);
      throw error;
    }
  }

  /** The facts of other contexts for a check of a case. */
  async examined(
    caseId: string,
    { found, today }: Pick<Scene, 'found' | 'today'>,
    phase: RulePhase,
    day = dayOfMove(found, today),
  ): Promise<Examined> {
    return {
      facts: await this.facts.eligibility({ caseId, dossier: found.proposal.dossier, day, phase }),
      ruleSet: currentRuleSet,
    };
  }

  /** Unless another request has submitted the case meanwhile: then it is rightly held. */
  private async giveBack(caseId: string, taken: readonly string[], meta: CommandMeta): Promise<void> {
    if (taken.length === 0) return;
    const { state } = await this.runner.load(caseId);
    if (!isLive(statusOf(state)) || statusOf(state) === 'returned')
      await this.claims.releaseStreams(taken, caseId, 'the submission failed', meta);
  }

  /** A repaired case may concern another person or post than the round before. */
  private async releaseOutdated(caseId: string, { state: { proposal: now } }: Done, meta: CommandMeta): Promise<void> {
    const before = now?.submissions.at(-2)?.dossier;
    if (!now || !before) return;
    if (before.employeeId !== now.dossier.employeeId)
      await this.claims.releasePerson(caseId, before.employeeId, 'the person was changed', meta);
    if (before.toPost !== now.dossier.toPost) await this.claims.releasePost(caseId, before.toPost, 'the post was changed', meta);
  }
}
