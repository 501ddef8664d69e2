import type { Decider } from '@app/decider';
import { caseStream, proposal, type ProposalEvent, type ProposalState } from '@app/domain/mutation';
import { openLog, readConfig } from '@app/platform';
import { workflow, type WorkflowCommand } from '@app/workflow';
import { v7 as uuidV7 } from 'uuid';
import { Closing } from '../../apps/worker/src/closing.js';
import { openDomain } from '../../apps/worker/src/domain.js';
import { openFoundation } from '../../apps/worker/src/foundation.js';

/** Of the Alur that is running, and of whoever joins it. */
export type Settings = Readonly<Record<string, string>>;
export type Parties = Readonly<{ proposer: string; employee: string; target: string }>;

/** The engine's submission over a proposal's stream: without reservations, of which a person could have one only. */
const engine: Decider<WorkflowCommand, ProposalEvent, ProposalState> = {
  ...proposal,
  decide: (command, state) => workflow.decide(command, state.workflow),
};

/** Makes cases that wait for the head of the receiving agency, in the database of an Alur that is running. */
export const openCases = async (settings: Settings, parties: Parties, count: number): Promise<readonly string[]> => {
  const log = openLog('warn');
  const closing = new Closing((what, error) => log.error({ err: error }, what));
  try {
    const foundation = await openFoundation(readConfig(settings, {}), log, closing, { guest: true });
    const { proposals, facts } = await openDomain(foundation);
    const { clock, calendar, transactor, config } = foundation;
    const open = async (): Promise<string> => {
      const id = uuidV7();
      const at = clock.now();
      const meta = () => {
        const commandId = uuidV7();
        return {
          actor: parties.proposer,
          commandId,
          correlationId: commandId,
          causationId: commandId,
          at,
          tenant: config.tenant,
        };
      };
      const wish = {
        moveType: 'INTERNAL_ROTATION',
        employeeId: parties.employee,
        targetPositionId: parties.target,
        reason: 'Kebutuhan organisasi',
        effectiveDate: null,
      } as const;
      const { state } = await proposals.draft(id, wish, { meta: meta() });
      if (!state.proposal) throw new Error('the draft is gone');
      const { dossier, dossierHash } = state.proposal;
      const directory = await facts.directory(dossier, clock.today());
      const context = { ownRequest: false, proposerRole: 'ORIGIN_HEAD', moveType: 'INTERNAL_ROTATION', warnings: 0 };
      const data = { by: parties.proposer, at, directory, calendar, dossierHash, context, changed: false };
      const stream = caseStream(config.tenant, id);
      await transactor.transact(stream, engine, { type: 'SubmitCase', data }, { ...meta(), subject: parties.employee });
      return id;
    };
    const ids: string[] = [];
    const worker = async () => {
      for (; ids.length < count;) ids.push(await open());
    };
    await Promise.all(Array.from({ length: 32 }, worker));
    return ids.slice(0, count);
  } finally {
    await closing.close();
  }
};
