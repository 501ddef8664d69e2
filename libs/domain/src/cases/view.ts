import { currentStages, type Directory, type Rights, type Seen, stageRail, type Text, whoMayAct } from '@app/workflow';
import { actionsOf, type CaseAction } from './actions.js';
import { seenIn, vacanciesIn, type VacancyFacts } from './authority-views.js';
import { changesOf, type RoundChanges } from './changes.js';
import { etagOf } from './etag.js';
import type { Dossier } from './events.js';
import { type LineView, lineViewsOf, peopleOfLines } from './lines.js';
import {
  holderIn,
  holdingsOf,
  type Holder,
  namedIn,
  type Named,
  peopleIn,
  stageViewOf,
  type StageView,
  tasksIn,
} from './stage-views.js';
import { type CaseStatus, type Existing, roundOf, stagesOf, statusOf } from './state.js';
import type { PersonCard, Surroundings } from './surroundings.js';

/** `originalDueOn`: before it was put off by what stood still. `standsStill`: it is with its proposer, suspended, or waits elsewhere. */
export type WholeDeadline = Readonly<{
  dueOn: string;
  dueAt: string;
  originalDueOn: string;
  overdue: boolean;
  standsStill: boolean;
}>;

/** Everything of a case that a page shows, for one person. */
export type CaseView = Readonly<{
  id: string;
  etag: string;
  definition: Readonly<{ id: string; version: number; title: Text }>;
  status: CaseStatus;
  stages: readonly StageView[];
  /** The stages that wait, `submission` while it is with its proposer. */
  open: readonly string[];
  round: number;
  subject: PersonCard;
  startedBy: Readonly<{ person: Named; role: string; office: string }>;
  dossier: Dossier;
  createdAt: string;
  submittedAt: string | null;
  updatedAt: string;
  dueOn: string | null;
  dueAt: string | null;
  /** Until when it is to be decided as a whole; `null` where its definition does not say, or it was not submitted. */
  deadline: WholeDeadline | null;
  mayAct: readonly Holder[];
  actions: readonly CaseAction[];
  /** What a decision of the viewer's would rest on now, by the key of each open stage; to be sent back with it. */
  seen: Readonly<Record<string, Seen>>;
  /** The open stages whose own office has nobody who may act: what is done about it, and who was told. */
  vacancies: readonly (Omit<VacancyFacts, 'alerted'> & Readonly<{ alerted: readonly Named[] }>)[];
  changes: readonly RoundChanges[];
  /** Of a batch, in the order they were given; empty for a case about one person. */
  lines: readonly LineView[];
  position: string | null;
}>;

type Asked = Readonly<{
  caseId: string;
  found: Existing;
  directory: Directory;
  rights: Rights;
  viewer: string;
  position: string | null;
}>;

/** @see Cases.view */
export const viewOf = async (
  { caseId, found, directory, rights, viewer, position }: Asked,
  names: Pick<Surroundings, 'people' | 'officeTitle'>,
): Promise<CaseView> => {
  const { workflow, file } = found;
  const { definition, starter, subject } = workflow;
  const rail = stageRail(workflow).map((stage, index) => ({
    stage,
    holdings: holdingsOf(stage, definition.stages[index]?.actor ?? '', directory),
  }));
  const mayAct = whoMayAct(workflow, directory, undefined, rights);
  const vacancies = vacanciesIn(workflow, directory, rights);
  const holdings = [...rail.flatMap((entry) => entry.holdings), ...mayAct];
  const tasks = tasksIn(workflow, directory);
  const offices = [...new Set(holdings.map(({ office }) => office))];
  const [people, titles] = await Promise.all([
    names.people([
      ...new Set([
        subject,
        starter.by,
        ...peopleIn(holdings),
        ...tasks.people,
        ...peopleOfLines(found),
        ...vacancies.flatMap(({ alerted }) => alerted),
      ]),
    ]),
    Promise.all(offices.map(async (office) => [office, await names.officeTitle(office)] as const)),
  ]);
  const holder = holderIn(people, new Map(titles));
  const called = namedIn(people);
  const due = dueOf(workflow);
  return {
    id: caseId,
    etag: etagOf(found),
    definition: { id: definition.id, version: definition.version, title: definition.title },
    status: statusOf(workflow),
    stages: rail.map(({ stage, holdings: held }) => ({
      ...stageViewOf(stage),
      ...tasks.of(stage.key, called),
      holders: held.map(holder),
    })),
    open: stagesOf(workflow),
    round: roundOf(workflow),
    subject: people.get(subject) ?? { id: subject, name: '', nip: '', grade: null, employeeType: '' },
    startedBy: { person: namedIn(people)(starter.by), role: starter.role, office: starter.office },
    dossier: { ...file.plain, ...file.personal },
    createdAt: file.createdAt,
    submittedAt: file.submissions[0]?.at ?? null,
    updatedAt: file.updatedAt,
    ...due,
    deadline: deadlineOf(workflow),
    mayAct: mayAct.map(holder),
    actions: actionsOf({ workflow, directory, rights, viewer }),
    seen: seenIn(workflow, { directory, viewer, rights }, { dossierHash: file.hash }),
    vacancies: vacancies.map(({ alerted, ...vacancy }) => ({ ...vacancy, alerted: alerted.map(namedIn(people)) })),
    changes: changesOf(file, roundOf(workflow)),
    lines: lineViewsOf(found, people, ownKeys(found, viewer, rights)),
    position,
  };
};

/** Until when a case is to be decided as a whole; nothing where its definition does not say, or nothing runs. */
export const deadlineOf = ({ clock }: Existing['workflow']): WholeDeadline | null => {
  if (!clock?.schedule) return null;
  const { dueOn, dueAt } = clock.schedule;
  const standsStill = clock.pausedAt !== undefined;
  return { dueOn, dueAt, originalDueOn: clock.originalDueOn ?? dueOn, overdue: clock.overdue, standsStill };
};

/** The lines that concern the viewer or his kin. */
const ownKeys = ({ workflow }: Existing, viewer: string, { lineKin }: Rights): readonly string[] =>
  workflow.lines
    .filter(({ key, subject }) => subject === viewer || lineKin?.[key]?.includes(viewer) === true)
    .map(({ key }) => key);

/** Of several open stages the one that falls due first. */
const dueOf = (workflow: Existing['workflow']): Readonly<{ dueOn: string | null; dueAt: string | null }> => {
  const open = currentStages(workflow).map(({ key }) => key);
  const schedules = workflow.status === 'returned' ? [workflow.repair.schedule] : railSchedules(workflow, open);
  const [first] = schedules.flatMap((schedule) => schedule ?? []).toSorted((a, b) => (a.dueAt < b.dueAt ? -1 : 1));
  return { dueOn: first?.dueOn ?? null, dueAt: first?.dueAt ?? null };
};

const railSchedules = (workflow: Existing['workflow'], open: readonly string[]) =>
  stageRail(workflow)
    .filter(({ key }) => open.includes(key))
    .map(({ schedule }) => schedule);
