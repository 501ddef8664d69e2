import { type CommandMeta, policy, stepOf } from '@app/event-store';
import { idOf, type ProposalEvent, statusOf } from '@app/domain/mutation';
import { obligationId, kinds, type ObligationEvent, owedAfter } from '@app/domain/obligations';
import type { PolicyDeps } from './deps.js';

/** Everything that a case may owe, whether it was opened or not. */
const owedBy = (caseId: string): readonly string[] =>
  Object.values(kinds).flatMap(({ steps }) => steps.map(({ code }) => obligationId(caseId, code)));

/** What a case owes is born with its decree, and goes with it. */
export const obligationsFollowTheDecree = policy<ProposalEvent, PolicyDeps>({
  name: 'obligations-follow-the-decree',
  on: {
    DecreeNumbered: (event, deps, meta) => open(deps, idOf(event.stream), event.data.effectiveDate, meta),
    // Once more: a move that was halted had its duties withdrawn, and may take effect after all.
    TransferTookEffect: (event, deps, meta) => open(deps, idOf(event.stream), event.data.on, meta),
    ApprovalRescinded: (event, deps, meta) => withdraw(deps, idOf(event.stream), 'rescinded', meta),
    TransferHalted: (event, deps, meta) => withdraw(deps, idOf(event.stream), 'halted', meta),
  },
});

/** A case is complete once nothing of it is owed any more. */
export const transfersComplete = policy<ObligationEvent, PolicyDeps>({
  name: 'transfers-complete',
  on: {
    ObligationCompleted: async (event, { tenant, cases, obligations }, meta) => {
      const completed = await obligations.load(tenant, event.data.id);
      if (completed.status === 'absent') return;
      const { caseId } = completed.obligation;
      for (const id of owedBy(caseId)) if ((await obligations.load(tenant, id)).status === 'open') return;
      const { state } = await cases.load(caseId);
      if (statusOf(state) === 'effective') await cases.complete(caseId, { meta });
    },
  },
});

const open = async (
  { cases, facts, obligations }: PolicyDeps,
  caseId: string,
  since: string,
  meta: CommandMeta,
): Promise<void> => {
  const { state } = await cases.load(caseId);
  if (!state.proposal) return;
  // A decree that was rescinded before this policy got here owes nothing.
  const status = statusOf(state);
  if (status !== 'decreed' && status !== 'effective') return;
  const commands = owedAfter(caseId, state.proposal.dossier, since, await facts.calendar(), meta.at);
  for (const command of commands) await obligations.execute(command.data.id, command, stepOf(meta, command.data.id));
};

const withdraw = async ({ obligations }: PolicyDeps, caseId: string, because: string, meta: CommandMeta): Promise<void> => {
  for (const id of owedBy(caseId)) {
    await obligations.execute(id, { type: 'WithdrawObligation', data: { because, at: meta.at } }, stepOf(meta, id));
  }
};
