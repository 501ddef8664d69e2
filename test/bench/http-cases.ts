import type { Decider } from '@app/decider';
import { caseStream, proposal, type ProposalEvent, type ProposalState } from '@app/domain/mutation';
import { openLog, readConfig } from '@app/platform';
import { workflow, type WorkflowCommand } from '@app/workflow';
import { v7 as uuidV7 } from 'uuid';
import { Closing } from '../../apps/worker/src/closing.js';
import { type Domain, openDomain } from '../../apps/worker/src/domain.js';
import { type Foundation, openFoundation } from '../../apps/worker/src/foundation.js';

/** Of the Alur that is running, and of whoever joins it. */
export type Settings = Readonly<Record<string, string>>;
export type Parties = Readonly<{ proposer: string; employee: string; target: string }>;

/** The engine's submission over a proposal's stream: without reservations, of which a person could have one only. */
const engine: Decider<WorkflowCommand, ProposalEvent, ProposalState> = {
  ...proposal,
  decide: (command, state) => workflow.decide(command, state.workflow),
};

export type CaseOpener = () => Promise<string>;

/** How a case is made that waits for the head of the receiving agency. */
export const caseOpener = (
  { clock, calendar, transactor, config }: Foundation,
  { proposals, facts }: Domain,
  parties: Parties,
): CaseOpener => {
  const meta = (at: string) => {
    const commandId = uuidV7();
    const ids = { commandId, correlationId: commandId, causationId: commandId };
    return { actor: parties.proposer, ...ids, at, tenant: config.tenant };
  };
  return async () => {
    const id = uuidV7();
    const at = clock.now();
    const wish = {
      moveType: 'INTERNAL_ROTATION',
      employeeId: parties.employee,
      targetPositionId: parties.target,
      reason: 'Kebutuhan organisasi',
      effectiveDate: null,
    } as const;
    const { state } = await proposals.draft(id, wish, { meta: meta(at) });
    if (!state.proposal) throw new Error('the draft is gone');
    const { dossier, dossierHash } = state.proposal;
    const directory = await facts.directory(dossier, clock.today());
    const context = { ownRequest: false, proposerRole: 'ORIGIN_HEAD', moveType: 'INTERNAL_ROTATION', warnings: 0 };
    const data = { by: parties.proposer, at, directory, calendar, dossierHash, context, changed: false };
    const stream = caseStream(config.tenant, id);
    await transactor.transact(stream, engine, { type: 'SubmitCase', data }, { ...meta(at), subject: parties.employee });
    return id;
  };
};

/** Makes cases that wait for the head of the receiving agency, in the database of an Alur that is running. */
export const openCases = async (settings: Settings, parties: Parties, count: number): Promise<readonly string[]> => {
  const log = openLog('warn');
  const closing = new Closing((what, error) => log.error({ err: error }, what));
  try {
    const foundation = await openFoundation(readConfig(settings, {}), log, closing, { guest: true });
    const open = caseOpener(foundation, await openDomain(foundation), parties);
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
