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
export type Parties = Readonly<{
  proposer: string;
  employee: string;
  target: string;
  /** Of the accounts that decide. */
  people: Readonly<Record<string, string>>;
}>;

/** The engine's submission over a proposal's stream: without reservations, of which a person could have one only. */
const engine: Decider<WorkflowCommand, ProposalEvent, ProposalState> = {
  ...proposal,
  decide: (command, state) => workflow.decide(command, state.workflow),
};

/** Who decides at a stage, by the name he signs in with. */
export type Step = Readonly<{ stage: string; account: string }>;

const step = (stage: string, account: string): Step => ({ stage, account });

/**
 * What is decided at a case, in its order, and what was decided at it before. All stages but verification and the regent's,
 * which ask the rules for each person anew.
 */
const walks: readonly Readonly<{ before: readonly Step[]; steps: readonly Step[] }>[] = [
  { before: [], steps: [step('acceptance', 'kepala.tujuan'), step('consent', 'asn')] },
  {
    before: [step('acceptance', 'kepala.tujuan'), step('consent', 'asn'), step('verification', 'verifikator')],
    steps: [
      step('hr_review', 'kepala.bkpsdm'),
      ...['tpk.1', 'tpk.2', 'tpk.3'].map((member) => step('tpk', member)),
      step('forwarding', 'sekda'),
    ],
  },
];

/** Accounts that decide, before or while it is measured. */
export const deciders: readonly string[] = [
  ...new Set(walks.flatMap(({ before, steps }) => [...before, ...steps]).map(({ account }) => account)),
];

export type OpenCase = Readonly<{ id: string; steps: readonly Step[] }>;

/** How a case is made that waits for the first step of a walk. */
export const caseOpener = (
  { clock, calendar, transactor, config }: Foundation,
  { proposals, facts }: Domain,
  { people, ...parties }: Parties,
): ((walk: number) => Promise<OpenCase>) => {
  const meta = (at: string, actor: string) => {
    const commandId = uuidV7();
    const ids = { commandId, correlationId: commandId, causationId: commandId };
    return { actor, ...ids, at, tenant: config.tenant };
  };
  return async (walk) => {
    const { before, steps } = walks[walk % walks.length] ?? { before: [], steps: [] };
    const id = uuidV7();
    const at = clock.now();
    const wish = {
      moveType: 'INTERNAL_ROTATION',
      employeeId: parties.employee,
      targetPositionId: parties.target,
      reason: 'Kebutuhan organisasi',
      effectiveDate: null,
    } as const;
    const { state } = await proposals.draft(id, wish, { meta: meta(at, parties.proposer) });
    if (!state.proposal) throw new Error('the draft is gone');
    const { dossier, dossierHash } = state.proposal;
    const directory = await facts.directory(dossier, clock.today());
    const context = { ownRequest: false, proposerRole: 'ORIGIN_HEAD', moveType: 'INTERNAL_ROTATION', warnings: 0 };
    const given = { at, directory, calendar, dossierHash };
    const run = (by: string, command: WorkflowCommand) =>
      transactor.transact(caseStream(config.tenant, id), engine, command, { ...meta(at, by), subject: parties.employee });
    await run(parties.proposer, { type: 'SubmitCase', data: { ...given, by: parties.proposer, context, changed: false } });
    for (const { stage, account } of before) {
      const by = people[account] ?? '';
      await run(by, { type: 'Decide', data: { ...given, by, stage, verdict: 'approve', reason: 'Lengkap' } });
    }
    return { id, steps };
  };
};

/** Makes cases that wait for a decision, in the database of an Alur that is running, until these many are to be decided. */
export const openCases = async (settings: Settings, parties: Parties, decisions: number): Promise<readonly OpenCase[]> => {
  const log = openLog('warn');
  const closing = new Closing((what, error) => log.error({ err: error }, what));
  try {
    const foundation = await openFoundation(readConfig(settings, {}), log, closing, { guest: true });
    const open = caseOpener(foundation, await openDomain(foundation), parties);
    const cases: OpenCase[] = [];
    let [begun, planned] = [0, 0];
    const worker = async () => {
      while (planned < decisions) {
        planned += walks[begun % walks.length]?.steps.length ?? 0;
        cases.push(await open(begun++));
      }
    };
    await Promise.all(Array.from({ length: 32 }, worker));
    return cases;
  } finally {
    await closing.close();
  }
};
