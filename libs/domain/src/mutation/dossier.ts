import { type Decision, Rejection } from '@app/decider';
import { dayOf, workflow } from '@app/workflow';
import type { AmendProposal, DraftProposal, Given, ProposedDossier } from './commands.js';
import { isDay } from './days.js';
import type { Dossier, ProposalEvent } from './events.js';
import { absent, existing, whyNotEdit } from './proposing.js';
import { reject } from './refusals.js';
import type { ProposalState } from './state.js';

/** A case begins: who moves where, and why. */
export const draft = ({ data }: DraftProposal, state: ProposalState): Decision<ProposalEvent> => {
  if (state.proposal) return reject('mutation.exists', 'There is such a proposal already.');
  const { dossier, definition, definitionHash, by, at, calendar } = data;
  const wrong = whyNotSound(dossier, data);
  if (wrong) return wrong;

  const ownRequest = by === dossier.employeeId;
  // Whoever asks for himself does so as the employee, whatever office he holds besides.
  const directory = ownRequest ? { EMPLOYEE: data.directory['EMPLOYEE'] ?? [] } : withoutEmployee(data.directory);
  const started = workflow.decide(
    { type: 'StartCase', data: { definition, definitionHash, subject: dossier.employeeId, by, at, directory, calendar } },
    state.workflow,
  );
  if (started instanceof Rejection) return started;
  const [first] = started;
  const proposerRole = first?.type === 'CaseStarted' ? first.data.by.role : '';
  return [...started, { type: 'ProposalDrafted', data: { ...dossier, ownRequest, by, proposerRole, at } }];
};

/** The same case, with another person, post, date or reason, while it is with the proposer. */
export const amend = ({ data }: AmendProposal, state: ProposalState): Decision<ProposalEvent> => {
  const found = existing(state);
  if (!found) return absent();
  const { by, at, directory } = data;
  // The directory is that of the new parties, so that nobody proposes for an office that is no longer concerned.
  const refused = whyNotEdit(found, directory, by) ?? whyNotSound(data.dossier, data, found.proposal.dossier);
  if (refused) return refused;

  const { ownRequest } = found.proposal.dossier;
  const { employeeId } = data.dossier;
  if (ownRequest !== (employeeId === found.workflow.starter.by) || (!ownRequest && employeeId === by)) {
    return reject('mutation.not-yours-to-propose', 'An own request stays with its person.');
  }
  const dossier: Dossier = { ...data.dossier, ownRequest };
  const changed = changedFields(found.proposal.dossier, dossier);
  if (changed.length === 0) return [];
  const { reason, ...others } = dossier;
  return [{ type: 'ProposalAmended', data: { dossier: others, reason, changed, by, at } }];
};

/** The fields in which two dossiers differ. */
export const changedFields = (before: Dossier, after: Dossier): readonly (keyof Dossier)[] =>
  dossierFields.filter((field) => before[field] !== after[field]);

const dossierFields = [
  'moveType',
  'ownRequest',
  'employeeId',
  'fromPost',
  'fromUnit',
  'fromAgency',
  'fromAssignment',
  'toPost',
  'toUnit',
  'toAgency',
  'effectiveDate',
  'reason',
] as const satisfies readonly (keyof Dossier)[];

const withoutEmployee = ({ EMPLOYEE: _, ...others }: Given['directory']): Given['directory'] => others;

/** A wish that lay ahead when it was made may lie behind when something else is amended. */
const whyNotSound = (dossier: ProposedDossier, { at, calendar }: Given, before?: Dossier): Rejection | undefined => {
  const { effectiveDate } = dossier;
  if (dossier.reason.trim() === '') return reject('mutation.reason-missing', 'A proposal says why.', { field: 'reason' });
  if (dossier.fromPost === dossier.toPost)
    return reject('mutation.same-post', 'It is the post he has.', { field: 'targetPositionId' });
  if (dossier.fromAgency === dossier.toAgency) {
    return reject('mutation.same-agency', 'An internal rotation is between two agencies.', {
      field: 'targetPositionId',
      agency: dossier.toAgency,
    });
  }
  if (effectiveDate === null || effectiveDate === before?.effectiveDate) return undefined;
  if (!isDay(effectiveDate))
    return reject('mutation.not-a-day', 'There is no such day.', { field: 'effectiveDate', value: effectiveDate });
  const today = dayOf(calendar, at);
  return effectiveDate < today
    ? reject('mutation.effective-date-past', 'The wished date has passed.', { field: 'effectiveDate', effectiveDate, today })
    : undefined;
};
