import { policy } from '@app/event-store';
import { reviewOf } from '@app/domain/audit';
import type { CaseEvent } from '@app/domain/cases';
import type { ProposalEvent } from '@app/domain/mutation';
import type { PolicyDeps } from './deps.js';
import { sceneOfStream } from './tell.js';

/** Every decision is reviewed: one review each, votes, acceptance and consent included (decisions 20). */
export const decisionsAreReviewed = policy<ProposalEvent | CaseEvent, PolicyDeps>({
  name: 'decisions-are-reviewed',
  on: {
    DecisionMade: async (event, deps, meta) => {
      const { facts, offices, reviews } = deps;
      const { stage, round, verdict, by, at } = event.data;
      const scene = await sceneOfStream(deps, event);
      if (!scene) return;
      const { caseId, subject } = scene;
      const calendar = await facts.calendar();
      const agency = await offices.agencyOf(by.office, by.by);
      const decision = {
        caseId,
        subject,
        decision: event.id,
        stage,
        round,
        verdict,
        decidedBy: by.by,
        office: by.office,
        agency,
        decidedAt: at,
      };
      const open = reviewOf(decision, calendar, meta.at);
      await reviews.execute(open.data.id, open, meta);
    },
  },
});
