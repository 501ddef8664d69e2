import type { Decision, Rejection } from '@app/decider';
import { dayOf, type Directory, type Holding, type PersonId } from '@app/workflow';
import type { IssueDecree, RecordPrint, Rescind } from './commands.js';
import { isDay } from './days.js';
import { checked, examine, whyNotEligible } from './eligibility/of-case.js';
import type { ProposalEvent } from './events.js';
import { absent, type Existing, existing } from './proposing.js';
import { reject } from './refusals.js';
import { type ProposalState, statusOf } from './state.js';

const issuers = ['HR_OFFICER', 'HR_HEAD'];
const rescinders = ['REGENT', 'HR_HEAD'];

const holdingOf = (directory: Directory, roles: readonly string[], by: PersonId): Holding | undefined =>
  roles.flatMap((role) => directory[role] ?? []).find(({ person }) => person === by);

/** HR numbers the decree and fixes its date and the effective one. Asked twice for the same, it is the same decree. */
export const issue = (command: IssueDecree, state: ProposalState): Decision<ProposalEvent> => {
  const found = existing(state);
  if (!found) return absent();
  const { data } = command;
  const refused = whyNotIssue(found, data.directory, data.by);
  if (refused) return refused;
  const { decree } = found.proposal;
  const { date, effectiveDate, at, calendar } = data;
  if (decree) {
    return decree.date === date && decree.effectiveDate === effectiveDate
      ? []
      : reject('mutation.decree-exists', 'It has a decree.', { number: decree.number });
  }
  const wrong = whyNotDated(found, command);
  if (wrong) return wrong;

  const { number, serial, year, register, signing } = data;
  const eligibility = examine(found, data, { phase: 'decree', at, calendar, signing, decree: { date, effectiveDate } });
  const office = holdingOf(data.directory, issuers, data.by)?.office ?? '';
  return (
    whyNotEligible(eligibility) ?? [
      checked(found, eligibility, at),
      { type: 'DecreeNumbered', data: { number, serial, register, year, date, effectiveDate, by: data.by, office, at } },
    ]
  );
};

/** Why a person may not issue the decree now, whatever its dates; nothing where he may. */
export const whyNotIssue = (found: Existing, directory: Directory, by: PersonId): Rejection | undefined => {
  const status = statusOf(found);
  if (!holdingOf(directory, issuers, by)) return reject('mutation.not-hr', 'Decrees are issued by HR.');
  if (by === found.proposal.dossier.employeeId) return reject('mutation.own-case', 'Nobody decides on himself.');
  if (status !== 'approved' && !found.proposal.decree)
    return reject('mutation.not-approved', 'Only an approved proposal has a decree.', { status });
  if (status === 'rescinded') return reject('mutation.not-approved', 'The approval was rescinded.', { status });
  return undefined;
};

const whyNotDated = (
  { workflow }: Existing,
  { data: { date, effectiveDate, at, calendar } }: IssueDecree,
): Rejection | undefined => {
  if (!isDay(date)) return reject('mutation.not-a-day', 'There is no such day.', { field: 'date', value: date });
  if (!isDay(effectiveDate))
    return reject('mutation.not-a-day', 'There is no such day.', { field: 'effectiveDate', value: effectiveDate });
  const today = dayOf(calendar, at);
  if (date > today) return reject('mutation.decree-date-future', 'A decree is not dated ahead.', { field: 'date', date, today });
  const approvedOn = workflow.status === 'closed' ? dayOf(calendar, workflow.closedAt) : today;
  if (date < approvedOn)
    return reject('mutation.decree-before-approval', 'A decree follows the approval.', { field: 'date', date, approvedOn });
  return effectiveDate < date
    ? reject('mutation.effective-before-decree', 'Nothing takes effect before its decree.', {
        field: 'effectiveDate',
        effectiveDate,
        date,
      })
    : undefined;
};

/** The bytes are made once; a second print of the same decree changes nothing. */
export const recordPrint = ({ data }: RecordPrint, state: ProposalState): Decision<ProposalEvent> => {
  const decree = state.proposal?.decree;
  if (!decree) return reject('mutation.no-decree', 'There is no decree to print.');
  return decree.pdf ? [] : [{ type: 'DecreePrinted', data }];
};

/** The approval is taken back before it took effect: nobody moves. */
export const rescind = (
  { data: { reason, by, at, directory, calendar } }: Rescind,
  state: ProposalState,
): Decision<ProposalEvent> => {
  const found = existing(state);
  if (!found) return absent();
  const { effect } = found.proposal;
  if (effect.status === 'rescinded')
    return effect.by === by && effect.reason === reason
      ? []
      : reject('mutation.not-approved', 'It was rescinded already.', { status: 'rescinded' });
  const refused = whyNotRescind(found, directory, by, dayOf(calendar, at));
  if (refused) return refused;
  if (reason.trim() === '') return reject('mutation.reason-missing', 'A rescission says why.', { field: 'reason' });
  const office = holdingOf(directory, rescinders, by)?.office ?? '';
  return [{ type: 'ApprovalRescinded', data: { reason, by, office, at } }];
};

/** Why a person may not rescind the approval on a day; nothing where he may. */
export const whyNotRescind = (found: Existing, directory: Directory, by: PersonId, today: string): Rejection | undefined => {
  const status = statusOf(found);
  const { decree, effect, dossier } = found.proposal;
  if (!holdingOf(directory, rescinders, by))
    return reject('mutation.not-the-regent', 'Only the regent, or the head of HR for him, takes an approval back.');
  if (by === dossier.employeeId) return reject('mutation.own-case', 'Nobody decides on himself.');
  if (status === 'effective' || status === 'completed')
    return reject('mutation.already-effective', 'The move has taken effect.', { status });
  if (status !== 'approved' && status !== 'decreed')
    return reject('mutation.not-approved', 'There is no approval to take back.', { status });
  // A move that was halted on its day has not happened, and may still be taken back.
  return decree && today >= decree.effectiveDate && effect.status !== 'halted'
    ? reject('mutation.already-effective', 'Its effective date has come.', { effectiveDate: decree.effectiveDate, today })
    : undefined;
};
