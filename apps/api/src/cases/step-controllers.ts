import { ExecuteProposal } from '../mutation/messages.js';
import { ProposalResponse, ProposalSummary } from '../mutation/responses.js';
import { ExecuteCase } from './messages.js';
import { CaseResponse, CaseSummary } from './responses.js';
import { stepController } from './step-controller.js';
import { commonSteps, ownSteps } from './steps.js';

/** Every verb under /cases/:id, and those that a proposal has no address of its own for under /proposals/:id. */
export const stepControllers = [
  stepController(
    {
      name: 'CaseStepsController',
      under: 'cases/:id',
      tag: 'cases',
      full: CaseResponse,
      brief: CaseSummary,
      command: (id, step, body, asked) => new ExecuteCase(id, step.wish(body), asked),
    },
    [...ownSteps, ...commonSteps],
  ),
  stepController(
    {
      name: 'ProposalStepsController',
      under: 'proposals/:id',
      tag: 'proposals',
      full: ProposalResponse,
      brief: ProposalSummary,
      command: (id, step, body, asked) => new ExecuteProposal(id, { type: 'Step', data: step.wish(body) }, asked),
    },
    commonSteps,
  ),
];
