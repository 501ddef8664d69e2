import { type Directory, dayOf, type Rights, type Seen, stageRail, whoMayAct } from '@app/workflow';
import {
  deadlineOf,
  holderIn,
  holdingsOf,
  type Holder,
  namedIn,
  type Named,
  peopleIn,
  seenIn,
  stageViewOf,
  type StageView,
  tasksIn,
  vacanciesIn,
  type VacancyFacts,
  type WholeDeadline,
} from '@app/domain/cases';
import { type Action, actionsOf } from './actions.js';
import { changesOf, type RoundChanges } from './changes.js';
import { type ChecklistItem, checklistOf } from './checklist.js';
import { currentRuleSet } from './eligibility/current.js';
import type { Eligibility, MoveType } from './events.js';
import type { PersonCard, Place } from './facts.js';
import type { Names, Source } from './names.js';
import type { Existing } from './proposing.js';
import { etagOf, roundOf, type Status, stageOf, statusOf } from './state.js';

export type VacancyView = Omit<VacancyFacts, 'alerted'> & Readonly<{ alerted: readonly Named[] }>;

/** Everything of a proposal that a page shows, for one person. */
export type ProposalView = Readonly<{
  id: string;
  etag: string;
  status: Status;
  stage: string | null;
  round: number;
  moveType: MoveType;
  ownRequest: boolean;
  employee: PersonCard;
  from: Place;
  to: Place;
  reason: string;
  effectiveDate: string | null;
  proposedBy: Readonly<{ person: Named; role: string; office: string }>;
  createdAt: string;
  submittedAt: string | null;
  updatedAt: string;
  dueOn: string | null;
  dueAt: string | null;
  /** Until when it is to be decided as a whole. */
  deadline: WholeDeadline | null;
  stages: readonly StageView[];
  mayAct: readonly Holder[];
  actions: readonly Action[];
  checklist: readonly ChecklistItem[];
  changes: readonly RoundChanges[];
  eligibility: Readonly<{ phase: string; result: Eligibility['result']; at: string }> | null;
  decree: Readonly<{ number: string; date: string; effectiveDate: string; printed: boolean }> | null;
  /** What a decision of the viewer's would rest on now, by the key of each open stage; to be sent back with it. */
  seen: Readonly<Record<string, Seen>>;
  /** The open stages whose own office has nobody who may act: what is done about it, and who was told. */
  vacancies: readonly VacancyView[];
  halted: Readonly<{ because: string; facts: Readonly<Record<string, unknown>>; at: string }> | null;
  position: string | null;
}>;

type Asked = Readonly<{
  caseId: string;
  found: Existing;
  directory: Directory;
  rights: Rights;
  viewer: string;
  position: string | null;
  /** Where names come from. */
  source: Source;
}>;

/** @see Proposals.view */
export const viewOf = async (asked: Asked, names: Names): Promise<ProposalView> => {
  const { caseId, found, directory, rights, viewer, position, source } = asked;
  const { calendar, at } = rights;
  const { workflow, proposal } = found;
  const { dossier, proposer, decree, effect, eligibility, submissions } = proposal;
  const today = dayOf(calendar, at);
  const stages = stageRail(workflow).map((stage, index) => ({
    stage,
    holdings: holdingsOf(stage, workflow.definition.stages[index]?.actor ?? '', directory),
  }));
  const mayAct = whoMayAct(workflow, directory, undefined, rights);
  const holdings = [...stages.flatMap((entry) => entry.holdings), ...mayAct];
  const tasks = tasksIn(workflow, directory);
  const empty = vacanciesIn(workflow, directory, rights);
  const ids = [
    ...empty.flatMap(({ alerted }) => alerted),
    dossier.employeeId,
    proposer.by,
    ...peopleIn(holdings),
    ...tasks.people,
  ];
  const offices = [...new Set(holdings.map(({ office }) => office))];
  const [people, titles, from, to] = await Promise.all([
    names.people([...new Set(ids)], source),
    Promise.all(offices.map(async (office) => [office, await names.officeTitle(office)] as const)),
    names.place(dossier.fromPost, source),
    names.place(dossier.toPost, source),
  ]);
  const vacancies = empty.map(({ alerted, ...vacancy }) => ({ ...vacancy, alerted: alerted.map(namedIn(people)) }));
  const holder = holderIn(people, new Map(titles));
  const schedule =
    workflow.status === 'open'
      ? workflow.open[0].schedule
      : workflow.status === 'returned'
        ? workflow.repair.schedule
        : undefined;
  return {
    id: caseId,
    etag: etagOf(found),
    status: statusOf(found) ?? 'draft',
    stage: stageOf(found),
    round: roundOf(found),
    moveType: dossier.moveType,
    ownRequest: dossier.ownRequest,
    employee: people.get(dossier.employeeId) ?? { id: dossier.employeeId, name: '', nip: '', grade: null, employeeType: '' },
    from: from ?? unknownPlace(dossier.fromPost, dossier.fromUnit, dossier.fromAgency),
    to: to ?? unknownPlace(dossier.toPost, dossier.toUnit, dossier.toAgency),
    reason: dossier.reason,
    effectiveDate: dossier.effectiveDate,
    proposedBy: { person: namedIn(people)(proposer.by), role: proposer.role, office: workflow.starter.office },
    createdAt: proposal.createdAt,
    submittedAt: submissions[0]?.at ?? null,
    updatedAt: proposal.updatedAt,
    dueOn: schedule?.dueOn ?? null,
    dueAt: schedule?.dueAt ?? null,
    deadline: deadlineOf(workflow),
    stages: stages.map(({ stage, holdings: held }) => ({
      ...stageViewOf(stage),
      ...tasks.of(stage.key, namedIn(people)),
      holders: held.map(holder),
    })),
    mayAct: mayAct.map(holder),
    actions: actionsOf({ found, directory, rights, viewer, today, zone: calendar.zone }),
    checklist: checklistOf(found, today, calendar.zone),
    changes: changesOf(proposal, roundOf(found)),
    eligibility: eligibility && { phase: eligibility.phase, result: eligibility.result, at: eligibility.at },
    decree: decree && {
      number: decree.number,
      date: decree.date,
      effectiveDate: decree.effectiveDate,
      printed: decree.pdf !== null,
    },
    seen: seenIn(workflow, { directory, viewer, rights }, { dossierHash: proposal.dossierHash, rules: currentRuleSet.version }),
    vacancies,
    halted: effect.status === 'halted' ? { because: effect.because, facts: effect.facts, at: effect.at } : null,
    position,
  };
};

const unknownPlace = (post: string, unit: string, agency: string): Place => ({
  post: { id: post, title: '', type: 'IMPLEMENTER' },
  unit: { id: unit, name: '' },
  agency: { id: agency, name: '' },
});
