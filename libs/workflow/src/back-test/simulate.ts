import { Rejection } from '@app/decider';
import type { Calendar } from '../calendar.js';
import type { WorkflowCommand } from '../commands.js';
import type { Definition } from '../definition.js';
import type { CaseOutcome, WorkflowEvent } from '../events.js';
import type { Directory, Holding } from '../people.js';
import type { OpenStage, WorkflowState } from '../state.js';
import { workflow } from '../workflow.js';
import { type Act, type CaseRecord, instantOf, msOf, type Visit } from './record.js';

/** What a draft would have made of a recorded case. `assumed`: where the record says nothing and an approval in time was taken for granted. */
export type Simulated = Readonly<{
  history: readonly WorkflowEvent[];
  outcome: CaseOutcome | 'open';
  assumed: readonly string[];
  /** What people did that the draft would have refused them: the stage, the person and the refusal's code. */
  refused: readonly Readonly<{ stage: string; person: string; code: string }>[];
}>;

type Next = Readonly<{ ms: number; command: WorkflowCommand; stage: string; person?: string }>;
const STEPS = 1_000;
const assumedHolder = (role: string, seat = 1): Holding => ({
  office: `assumed:${role}`,
  person: `assumed:${role}:${seat}`,
  kind: 'definitive',
});

/**
 * Lives a recorded case again under another definition: the same people say the same things, each as long after their stage
 * opened as they did. A stage that the record doesn't know is decided at its due day by somebody assumed.
 */
export const simulate = (definition: Definition, record: CaseRecord, calendar: Calendar): Simulated => {
  const directory = directoryOf(definition, record);
  const history: WorkflowEvent[] = [];
  const assumed = new Set<string>();
  const refused: Simulated['refused'][number][] = [];
  const queues = new Map<string, Visit[]>();
  for (const visit of record.visits) queues.set(visit.stage, [...(queues.get(visit.stage) ?? []), visit]);
  const taken = new Map<string, { visit: Visit | undefined; done: number }>();
  const barred = new Set<string>();
  let state: WorkflowState = workflow.initial;
  let ms = msOf(record.startedAt);
  let submitted = 0;
  let submittedMs = ms;

  const run = (command: WorkflowCommand): Rejection | undefined => {
    const decision = workflow.decide(command, state);
    if (decision instanceof Rejection) return decision;
    for (const event of decision) state = workflow.evolve(state, event);
    history.push(...decision);
    return undefined;
  };
  const given = (by: string, when: number) => ({ by, at: instantOf(when), directory, calendar });

  const nextAt = (open: OpenStage): Next | undefined => {
    const key = `${open.stage}#${open.round}`;
    const place = taken.get(key) ?? { visit: queues.get(open.stage)?.shift() ?? standIn(open, queues, definition), done: 0 };
    taken.set(key, place);
    const opened = msOf(open.since);
    const { visit } = place;
    if (open.definition.kind === 'check') {
      const { outcome, after } = visit?.answer ?? { outcome: 'passed' as const, after: 0 };
      if (!visit?.answer) assumed.add(open.stage);
      return {
        ms: opened + after,
        stage: open.stage,
        command: {
          type: 'RecordCheck',
          data: { ...given('system:check', opened + after), stage: open.stage, outcome, facts: {} },
        },
      };
    }
    const act = visit?.acts[place.done];
    if (act) return decisionOf(open, act, opened + act.after);
    const due = open.schedule ? msOf(open.schedule.dueAt) + 1 : opened;
    if (!visit) return assumedDecision(open, due);
    // The record ends here: silence, which the draft may or may not take for an answer.
    if (open.schedule && !open.overdue)
      return {
        ms: due,
        stage: open.stage,
        command: { type: 'PassDeadline', data: { ...given('system:timer', due), stage: open.stage, round: open.round } },
      };
    return barred.has(open.stage) ? assumedDecision(open, Math.max(due, ms)) : undefined;
  };

  /** Whoever decides is taken to sign. */
  const signedAt = (when: number) => ({
    dossierHash: 'x',
    signature: { method: 'back-test', of: 'x', at: given('', when).at },
  });

  const decisionOf = (open: OpenStage, { verdict, by, to }: Act, when: number): Next => {
    const role = open.definition.actor;
    const holds = (directory[role] ?? []).some(({ person }) => person === by.by);
    const person = holds ? by.by : assumedHolder(role, open.votes.length + 1).person;
    const data = {
      ...given(person, when),
      stage: open.stage,
      verdict,
      reason: 'x',
      ...signedAt(when),
      ...(to !== undefined && { to }),
    };
    return { ms: when, stage: open.stage, person, command: { type: 'Decide', data } };
  };

  const assumedDecision = (open: OpenStage, when: number): Next => {
    assumed.add(open.stage);
    const person = assumedHolder(open.definition.actor, open.votes.length + 1).person;
    return {
      ms: when,
      stage: open.stage,
      person,
      command: {
        type: 'Decide',
        data: { ...given(person, when), stage: open.stage, verdict: 'approve', reason: 'x', ...signedAt(when) },
      },
    };
  };

  const submit = (): boolean => {
    const submission = record.submissions[Math.min(submitted, record.submissions.length - 1)];
    if (!submission) return false;
    ms += submission.after;
    if (submitted++ === 0) submittedMs = ms;
    const { by, context, changed } = submission;
    const person = (directory[record.starter.role] ?? []).some((holding) => holding.person === by) ? by : record.starter.by;
    return !run({ type: 'SubmitCase', data: { ...given(person, ms), dossierHash: `d${submitted}`, context, changed } });
  };

  run({
    type: 'StartCase',
    data: { ...given(record.starter.by, ms), definition, definitionHash: 'draft', subject: record.subject },
  });
  let current: WorkflowState = state;
  for (let steps = 0; steps < STEPS; steps++) {
    current = state;
    if (current.status === 'draft' || current.status === 'returned') {
      if (!submit()) break;
      continue;
    }
    if (current.status !== 'open') break;
    const nexts = current.open.flatMap((open) => nextAt(open) ?? []).sort((a, b) => a.ms - b.ms);
    const [next] = nexts;
    const end = record.ended && { ...record.ended, ms: submittedMs + record.ended.after };
    if (end && (!next || end.ms <= next.ms)) {
      ms = Math.max(ms, end.ms);
      const by = end.how === 'withdrawn' ? record.starter.by : 'system:end';
      run({ type: end.how === 'withdrawn' ? 'Withdraw' : 'Cancel', data: { ...given(by, ms), reason: 'x' } });
      break;
    }
    if (!next) break;
    ms = Math.max(ms, next.ms);
    const no = run(next.command);
    const place = taken.get(keyAt(current.open, next.stage));
    if (place) place.done++;
    if (!no) continue;
    refused.push({ stage: next.stage, person: next.person ?? '', code: no.code });
    barred.add(next.stage);
    if (next.person?.startsWith('assumed:') ?? true) break;
  }
  current = state;
  return { history, outcome: current.status === 'closed' ? current.outcome : 'open', assumed: [...assumed], refused };
};

const keyAt = (open: readonly OpenStage[], stage: string): string =>
  `${stage}#${open.find((each) => each.stage === stage)?.round ?? 0}`;

/** A visit of another name that the draft's stage may stand for: the same role and kind, and no stage of its own in the draft. */
const standIn = (
  { definition: { actor, kind } }: OpenStage,
  queues: Map<string, Visit[]>,
  draft: Definition,
): Visit | undefined => {
  for (const [stage, [first]] of queues) {
    const own = draft.stages.some(({ key }) => key === stage);
    if (first && !own && first.role === actor && first.kind === kind) return queues.get(stage)?.shift();
  }
  return undefined;
};

/** Whom the record knows in each role, and somebody assumed for every seat besides. */
const directoryOf = (definition: Definition, { holdings, starter }: CaseRecord): Directory => {
  const { by: person, office, kind } = starter;
  const roles = new Map<string, readonly Holding[]>(holdings);
  roles.set(starter.role, [{ person, office, kind }, ...(roles.get(starter.role) ?? [])]);
  for (const stage of definition.stages) {
    const seats = stage.kind === 'panel' ? stage.size : 1;
    const extra = Array.from({ length: seats }, (_, index) => assumedHolder(stage.actor, index + 1));
    roles.set(stage.actor, [...(roles.get(stage.actor) ?? []), ...extra]);
  }
  return Object.fromEntries(roles);
};
