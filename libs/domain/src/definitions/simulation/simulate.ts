import { Rejection } from '@app/decider';
import {
  type Calendar,
  type CaseContext,
  type CaseOutcome,
  type Definition,
  type Role,
  type Text,
  type WorkflowCommand,
  type WorkflowState,
  dayOf,
  waitingFor,
  workflow,
  workingDaysFrom,
} from '@app/workflow';
import { SUBJECT, directoryOf } from './cast.js';

/** What the cast does at a stage. `return` is done once, so that the case comes to an end. */
export type Play = 'approve' | 'reject' | 'return' | 'silence';

export type Script = Readonly<{
  context: CaseContext;
  /** An ISO instant. */
  startsAt: string;
  calendar: Calendar;
  /** Who starts it; the first of the definition's initiators where absent. */
  as?: Role;
  /** By stage; everybody approves where nothing is said. */
  plays?: Readonly<Record<string, Play>>;
  /** How many people hold a role; one where nothing is said, as many as it has seats at a panel. */
  holders?: Readonly<Record<Role, number>>;
}>;

/** One thing that happened, in words that a person who writes definitions knows. */
export type Step = Readonly<{
  what: 'started' | 'opened' | 'skipped' | 'acted' | 'checked' | 'answered' | 'passed-over' | 'closed' | 'returned' | 'ended';
  stage: string;
  title?: Text;
  on: string;
  role?: Role;
  /** How a stage or the case ended, or what somebody decided. */
  outcome?: string;
  /** The condition by which a stage was skipped. */
  because?: string;
  dueOn?: string;
}>;

/** `stuck`: where the case waits for somebody whom the cast lacks, and why. */
export type Simulation = Readonly<{
  steps: readonly Step[];
  outcome: CaseOutcome | 'stuck';
  /** Where the case stopped for want of somebody who may act. */
  stuck?: readonly Readonly<{ stage: string; role: Role; why: string }>[];
  workingDays: number;
}>;

const MOST_STEPS = 2_000;

/**
 * Runs a case of a definition with a cast of its own, without any store: the same engine, the same rules. Whoever is asked acts
 * on the next working day.
 */
export const simulate = (definition: Definition, script: Script): Simulation => {
  const { calendar, context, plays = {} } = script;
  const directory = directoryOf(definition, script.holders ?? {});
  const played = new Set<string>();
  const steps: Step[] = [];
  const startedOn = dayOf(calendar, script.startsAt);
  let day = startedOn;
  let state: WorkflowState = workflow.initial;
  const given = (by: string, at = momentOf(day)) => ({ by, at, directory, calendar });

  const run = (command: WorkflowCommand): Rejection | undefined => {
    const decision = workflow.decide(command, state);
    if (decision instanceof Rejection) return decision;
    for (const event of decision) {
      state = workflow.evolve(state, event);
      steps.push(...stepsOf(event, definition, day));
    }
    return undefined;
  };
  const finish = (stuck?: Simulation['stuck']): Simulation => ({
    steps,
    outcome: state.status === 'closed' ? state.outcome : 'stuck',
    ...(stuck && state.status !== 'closed' && { stuck }),
    workingDays: workingDaysBetween(calendar, startedOn, day),
  });

  const role = script.as ?? definition.initiators[0] ?? '';
  const starter = directory[role]?.[0]?.person ?? '';
  // Whoever starts in a role below the first in the list must not hold the one above it too; the cast's people hold one each.
  const refused =
    run({ type: 'StartCase', data: { ...given(starter), definition, definitionHash: '', subject: SUBJECT } }) ??
    run({ type: 'SubmitCase', data: { ...given(starter), dossierHash: '', context, changed: false, ...linesOf(definition) } });
  if (refused) return finish([{ stage: 'submission', role, why: refused.code }]);

  for (let turn = 0; turn < MOST_STEPS && state.status !== 'closed'; turn++) {
    day = workingDaysFrom(calendar, day, 1);
    const before: WorkflowState = state;
    const why = turnOf(before);
    if (state === before) return finish(why);
  }
  return finish();

  /** Everything that waits now is answered, as long as somebody can. */
  function turnOf(now: WorkflowState): NonNullable<Simulation['stuck']> {
    const stuck: Readonly<{ stage: string; role: Role; why: string }>[] = [];
    for (const waiting of waitingFor(now, directory)) {
      const because = answered(waiting.stage, waiting.people[0]);
      if (because !== undefined) stuck.push({ stage: waiting.stage, role: waiting.role, why: because });
    }
    return stuck;
  }

  /** Does what the script says at a stage; says why it could not. */
  function answered(stage: string, person: string | undefined): string | undefined {
    if (state.status === 'returned')
      return run({
        type: 'SubmitCase',
        data: { ...given(person ?? starter), dossierHash: '', context, changed: false },
      })?.code;
    const open = state.status === 'open' ? state.open.find((each) => each.stage === stage) : undefined;
    if (!open) return undefined;
    const wish = plays[stage] === 'return' && played.has(stage) ? 'approve' : (plays[stage] ?? 'approve');
    const failing = wish === 'reject';
    const outcome = failing ? ('failed' as const) : ('passed' as const);
    if (open.definition.kind === 'check')
      return run({ type: 'RecordCheck', data: { ...given('system:simulation'), stage, outcome, facts: {} } })?.code;
    if (wish === 'silence') {
      const due = open.schedule;
      if (!due || open.overdue) return 'silence';
      if (day < due.dueOn) day = due.dueOn;
      const at = new Date(Date.parse(due.dueAt) + 1).toISOString();
      return run({ type: 'PassDeadline', data: { ...given('system:simulation', at), stage, round: open.round } })?.code;
    }
    if (person === undefined) return 'vacant';
    if (open.definition.kind === 'external')
      return run({
        type: 'RecordAnswer',
        data: { ...given(person), stage, outcome, number: '1', date: day, note: '' },
      })?.code;
    const verdict = wish === 'return' ? 'return' : failing ? 'reject' : 'approve';
    played.add(stage);
    return run({
      type: 'Decide',
      data: {
        ...given(person),
        stage,
        verdict,
        reason: 'simulasi',
        dossierHash: '',
        signature: { method: 'simulation', of: '', at: given(person).at },
      },
    })?.code;
  }
};

/** The morning of a day, long before its end anywhere the tenants are. */
const momentOf = (day: string): string => `${day}T02:00:00.000Z`;

const linesOf = ({ lines }: Definition) => (lines ? { lines: [{ key: 'line-1', subject: SUBJECT }] } : {});

const workingDaysBetween = (calendar: Calendar, from: string, to: string): number => {
  let days = 0;
  for (let day = from; day < to; days++) day = workingDaysFrom(calendar, day, 1);
  return days;
};

type Event = ReturnType<typeof workflow.decide> extends Rejection | readonly (infer E)[] ? E : never;

const stepsOf = (event: Event, definition: Definition, on: string): readonly Step[] => {
  const titleOf = (key: string) => {
    const title = definition.stages.find((stage) => stage.key === key)?.title;
    return title ? { title } : {};
  };
  switch (event.type) {
    case 'CaseSubmitted':
      return [{ what: 'started', stage: 'submission', on, role: event.data.by.role }];
    case 'StageOpened': {
      const { stage, role, schedule } = event.data;
      return [{ what: 'opened', stage, ...titleOf(stage), on, role, ...(schedule && { dueOn: schedule.dueOn }) }];
    }
    case 'StageSkipped':
      return [{ what: 'skipped', stage: event.data.stage, ...titleOf(event.data.stage), on, because: event.data.because }];
    case 'DecisionMade': {
      const { stage, verdict, by } = event.data;
      return [{ what: 'acted', stage, ...titleOf(stage), on, role: by.role, outcome: verdict }];
    }
    case 'CheckRecorded':
      return [{ what: 'checked', stage: event.data.stage, ...titleOf(event.data.stage), on, outcome: event.data.outcome }];
    case 'ExternalAnswerRecorded':
      return [{ what: 'answered', stage: event.data.stage, ...titleOf(event.data.stage), on, outcome: event.data.outcome }];
    case 'DeadlinePassed':
      return [{ what: 'passed-over', stage: event.data.stage, ...titleOf(event.data.stage), on, outcome: event.data.outcome }];
    case 'StageClosed':
      return [{ what: 'closed', stage: event.data.stage, ...titleOf(event.data.stage), on, outcome: event.data.outcome }];
    case 'CaseReturned':
      return [{ what: 'returned', stage: event.data.from, ...titleOf(event.data.from), on, outcome: event.data.to }];
    case 'CaseClosed':
      return [{ what: 'ended', stage: event.data.stage, on, outcome: event.data.outcome }];
    default:
      return [];
  }
};
