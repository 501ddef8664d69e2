import { policy } from '@app/event-store';
import { reviewOf } from '@app/domain/audit';
import { idOf, type ProposalEvent } from '@app/domain/mutation';
import type { PolicyDeps } from './deps.js';

/** Every decision is reviewed: one review each, votes, acceptance and consent included (decisions 20). */
export const decisionsAreReviewed = policy<ProposalEvent, PolicyDeps>({
  name: 'decisions-are-reviewed',
  on: {
    DecisionMade: async (event, { cases, facts, offices, reviews }, meta) => {
      const caseId = idOf(event.stream);
      const { stage, round, verdict, by, at } = event.data;
      const { state } = await cases.load(caseId);
      if (!state.proposal) return;
      const calendar = await facts.calendar();
      const agency = await offices.agencyOf(by.office, by.by);
      const decision = {
        caseId,
        subject: state.proposal.dossier.employeeId,
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
