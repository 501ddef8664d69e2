import {
  type Calendar,
  type Capacity,
  type Directory,
  dayOf,
  type Holding,
  type HoldingKind,
  type RailStage,
  stageRail,
  type Text,
  whoMayAct,
} from '@app/workflow';
import { type Action, actionsOf } from './actions.js';
import { changesOf, type RoundChanges } from './changes.js';
import { type ChecklistItem, checklistOf } from './checklist.js';
import type { Eligibility, MoveType } from './events.js';
import type { PersonCard, Place } from './facts.js';
import type { Names, Source } from './names.js';
import type { Existing } from './proposing.js';
import { etagOf, roundOf, type Status, stageOf, statusOf } from './state.js';

type Named = Readonly<{ id: string; name: string }>;

export type Holder = Readonly<{
  person: Named;
  office: string;
  title: Text;
  kind: HoldingKind;
  onBehalfOf: Named | null;
  letter: string | null;
}>;

export type StageView = Readonly<{
  key: string;
  title: Text;
  kind: RailStage['kind'];
  state: RailStage['state'];
  outcome: RailStage['outcome'] | null;
  round: number | null;
  openedAt: string | null;
  closedAt: string | null;
  dueOn: string | null;
  overdue: boolean;
  because: Text | null;
  /** Who acted there; for a stage that is open or to come, who holds its office today. */
  holders: readonly Holder[];
  votes: Readonly<{ cast: number; size: number; quorum: number }> | null;
}>;

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
  stages: readonly StageView[];
  mayAct: readonly Holder[];
  actions: readonly Action[];
  checklist: readonly ChecklistItem[];
  changes: readonly RoundChanges[];
  eligibility: Readonly<{ phase: string; result: Eligibility['result']; at: string }> | null;
  decree: Readonly<{ number: string; date: string; effectiveDate: string; printed: boolean }> | null;
  halted: Readonly<{ because: string; facts: Readonly<Record<string, unknown>>; at: string }> | null;
  position: string | null;
}>;

type Asked = Readonly<{
  caseId: string;
  found: Existing;
  directory: Directory;
  calendar: Calendar;
  viewer: string;
  at: string;
  position: string | null;
  /** Where names come from. */
  source: Source;
}>;

/** @see Proposals.view */
export const viewOf = async (asked: Asked, names: Names): Promise<ProposalView> => {
  const { caseId, found, directory, calendar, viewer, at, position, source } = asked;
  const { workflow, proposal } = found;
  const { dossier, proposer, decree, effect, eligibility, submissions } = proposal;
  const today = dayOf(calendar, at);
  const stages = stageRail(workflow).map((stage, index) => ({
    stage,
    holdings: holdingsOf(stage, workflow.definition.stages[index]?.actor ?? '', directory),
  }));
  const mayAct = whoMayAct(workflow, directory);
  const holdings = [...stages.flatMap((entry) => entry.holdings), ...mayAct];
  const ids = [
    dossier.employeeId,
    proposer.by,
    ...holdings.flatMap(({ person, onBehalfOf }) => (onBehalfOf === undefined ? [person] : [person, onBehalfOf])),
  ];
  const offices = [...new Set(holdings.map(({ office }) => office))];
  const [people, titles, from, to] = await Promise.all([
    names.people([...new Set(ids)], source),
    Promise.all(offices.map(async (office) => [office, await names.officeTitle(office)] as const)),
    names.place(dossier.fromPost, source),
    names.place(dossier.toPost, source),
  ]);
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
    stages: stages.map(({ stage, holdings: held }) => ({ ...stageViewOf(stage), holders: held.map(holder) })),
    mayAct: mayAct.map(holder),
    actions: actionsOf({ found, directory, viewer, today, zone: calendar.zone }),
    checklist: checklistOf(found, today, calendar.zone),
    changes: changesOf(proposal, roundOf(found)),
    eligibility: eligibility && { phase: eligibility.phase, result: eligibility.result, at: eligibility.at },
    decree: decree && {
      number: decree.number,
      date: decree.date,
      effectiveDate: decree.effectiveDate,
      printed: decree.pdf !== null,
    },
    halted: effect.status === 'halted' ? { because: effect.because, facts: effect.facts, at: effect.at } : null,
    position,
  };
};

const holdingsOf = ({ state, votes }: RailStage, role: string, directory: Directory): readonly Holding[] => {
  if (votes.length > 0 && state === 'done') return votes.map(({ by }) => holdingOf(by));
  return state === 'skipped' ? [] : (directory[role] ?? []);
};

const holdingOf = ({ by, office, kind, onBehalfOf, letter }: Capacity): Holding => ({
  office,
  person: by,
  kind,
  ...(onBehalfOf !== undefined && { onBehalfOf }),
  ...(letter !== undefined && { letter }),
});

const stageViewOf = ({
  key,
  title,
  kind,
  state,
  outcome,
  round,
  openedAt,
  closedAt,
  schedule,
  overdue,
  because,
  panel,
}: RailStage): Omit<StageView, 'holders'> => ({
  key,
  title,
  kind,
  state,
  outcome: outcome ?? null,
  round: round ?? null,
  openedAt: openedAt ?? null,
  closedAt: closedAt ?? null,
  dueOn: schedule?.dueOn ?? null,
  overdue,
  because: because ?? null,
  votes: panel ?? null,
});

const namedIn =
  (people: ReadonlyMap<string, PersonCard>) =>
  (id: string): Named => ({ id, name: people.get(id)?.name ?? '' });

const holderIn =
  (people: ReadonlyMap<string, PersonCard>, titles: ReadonlyMap<string, Text>) =>
  ({ person, office, kind, onBehalfOf, letter }: Holding): Holder => ({
    person: namedIn(people)(person),
    office,
    title: titles.get(office) ?? { id: office, en: office },
    kind,
    onBehalfOf: onBehalfOf === undefined ? null : namedIn(people)(onBehalfOf),
    letter: letter ?? null,
  });

const unknownPlace = (post: string, unit: string, agency: string): Place => ({
  post: { id: post, title: '', type: 'IMPLEMENTER' },
  unit: { id: unit, name: '' },
  agency: { id: agency, name: '' },
});
