import { policy } from '@app/event-store';
import { v5 as uuidV5 } from 'uuid';
import { Rejection } from '@app/decider';
import { idOf, type ProposalEvent, statusOf } from '@app/domain/mutation';
import { person, type PersonEvent, streamOf } from '@app/domain/staffing';
import type { PolicyDeps } from './deps.js';

const ALUR_ASSIGNMENT = uuidV5('assignment', uuidV5.DNS);

/**
 * On the effective date: the post's promise is kept, the person moves, his claim is given back (decisions 13).
 *
 * Each step may be repeated. What keeps the person from moving halts the case, and HR is told.
 */
export const transfersMovePeople = policy<ProposalEvent, PolicyDeps>({
  name: 'transfers-move-people',
  on: {
    TransferTookEffect: async (event, { tenant, transactor, cases, claims }, meta) => {
      const caseId = idOf(event.stream);
      const { state } = await cases.load(caseId);
      if (!state.proposal) return;
      const { dossier, decree } = state.proposal;
      await claims.occupy(caseId, dossier.toPost, meta);
      const placement = {
        assignment: uuidV5(caseId, ALUR_ASSIGNMENT),
        post: dossier.toPost,
        unit: dossier.toUnit,
        agency: dossier.toAgency,
        from: event.data.on,
        inaugurated: null,
        decree: decree?.number ?? null,
      };
      const data = { id: dossier.employeeId, placement, fromPost: dossier.fromPost, caseId, at: meta.at };
      try {
        await transactor.transact(
          streamOf.person(tenant, dossier.employeeId),
          person,
          { type: 'MovePerson', data },
          { ...meta, subject: dossier.employeeId },
        );
      } catch (error) {
        if (!(error instanceof Rejection)) throw error;
        await cases.halt(caseId, { because: error.code, facts: error.facts }, { meta });
        return;
      }
      await claims.releasePerson(caseId, dossier.employeeId, 'the transfer took effect', meta);
    },
  },
});

/** Once the map of posts shows the person in his new post, the promise has done its work. */
export const promisesEndWhenKept = policy<PersonEvent, PolicyDeps>({
  name: 'promises-end-when-kept',
  on: {
    AssignmentStarted: async (event, { claims, readModels }, meta) => {
      const { caseId, post } = event.data;
      if (caseId === null) return;
      // Until the map shows him, the claim alone keeps the place from being promised again.
      await readModels.reached(event.position, ['staffing_people', 'staffing_assignments']);
      await claims.releasePost(caseId, post, 'the person holds the post', meta);
    },
  },
});

/** A case that has come to nothing frees its person, its post and its decree's number. */
export const deadCasesFreeClaims = policy<ProposalEvent, PolicyDeps>({
  name: 'dead-cases-free-claims',
  on: {
    CaseClosed: async (event, { cases, claims }, meta) => {
      const { outcome } = event.data;
      if (outcome === 'approved') return;
      const caseId = idOf(event.stream);
      const { state } = await cases.load(caseId);
      if (state.proposal) await claims.release(caseId, state.proposal, outcome, meta);
    },
    ApprovalRescinded: async (event, { cases, claims }, meta) => {
      const caseId = idOf(event.stream);
      const { state } = await cases.load(caseId);
      if (!state.proposal || statusOf(state) !== 'rescinded') return;
      await claims.release(caseId, state.proposal, 'rescinded', meta);
      await cases.voidNumber(caseId, { because: 'rescinded' }, { meta });
    },
  },
});
