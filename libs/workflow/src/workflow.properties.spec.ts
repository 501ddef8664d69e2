import { env } from 'node:process';
import { fold, Rejection } from '@app/decider';
import fc from 'fast-check';
import { workflow, waitingFor, stageRail, explain, etagOf, whoMayAct, type Verb } from './index.js';
import type { WorkflowCommand } from './commands.js';
import type { Definition, OnDeadline, StageDefinition } from './definition.js';
import type { WorkflowEvent } from './events.js';
import type { Directory, Holding } from './people.js';
import type { WorkflowState } from './state.js';
import { calendar, definitionOf } from './testing.js';

// The seed stands in every name below; `FC_SEED=… FC_RUNS=… npx jest workflow.properties` lives the same lives again.
const seed = Number(env['FC_SEED'] ?? Date.now() % 2_147_483_647);
const runs = { numRuns: Number(env['FC_RUNS'] ?? 100), seed, verbose: 1 } as const;

const people = ['ana', 'budi', 'cici', 'dewi', 'eko'] as const;
const roles = ['HEAD', 'OFFICER', 'TEAM', 'CHIEF', 'PERSON'] as const;
const verbs: readonly Verb[] = ['approve', 'reject', 'return', 'submit', 'withdraw', 'comment'];
const text = { id: 'x', en: 'x' };

const reason = fc.constantFrom('required' as const, 'optional' as const);
const deadlineOf = (onPassed: OnDeadline) =>
  fc.option(
    fc.record({
      workingDays: fc.integer({ min: 1, max: 5 }),
      onPassed: fc.constant(onPassed),
      reminders: fc.uniqueArray(fc.integer({ min: -2, max: 2 }), { maxLength: 2 }),
      escalations: fc.array(fc.record({ workingDays: fc.integer({ min: 1, max: 3 }), to: fc.constantFrom(...roles) }), { maxLength: 1 }),
    }),
    { nil: undefined },
  );
const condition = fc.option(fc.constantFrom('flag', 'count > 1', 'not(flag) and count < 3'), { nil: undefined, freq: 2 });

const stage = (index: number): fc.Arbitrary<StageDefinition> => {
  const key = `s${index}`;
  const base = { key: fc.constant(key), title: fc.constant(text), actor: fc.constantFrom(...roles), when: condition };
  const earlier = ['submission', ...Array.from({ length: index }, (_, before) => `s${before}`)];
  const back = fc.option(fc.record({ reason, to: fc.uniqueArray(fc.constantFrom(...earlier), { minLength: 1 }) }), { nil: undefined });
  const yesNo = { approve: fc.record({ reason }), reject: fc.record({ reason }) };
  return fc
    .oneof(
      fc.record({ ...base, kind: fc.constant('approval' as const), verbs: fc.record({ ...yesNo, return: back }), deadline: deadlineOf('wait') }),
      fc.record({ ...base, kind: fc.constant('consent' as const), verbs: fc.record(yesNo), deadline: deadlineOf('silence') }),
      fc.record({ ...base, kind: fc.constant('check' as const), verbs: fc.constant({}), deadline: deadlineOf('wait') }),
      fc.record({
        ...base,
        kind: fc.constant('panel' as const),
        verbs: fc.record(yesNo),
        deadline: deadlineOf('close'),
        size: fc.integer({ min: 2, max: 5 }),
        quorum: fc.integer({ min: 1, max: 2 }),
        rule: fc.constantFrom('majority' as const, 'unanimous' as const, 'veto' as const),
      }),
    )
    .map((made) => JSON.parse(JSON.stringify(made)) as StageDefinition);
};

const definition: fc.Arbitrary<Definition> = fc
  .integer({ min: 1, max: 5 })
  .chain((size) =>
    fc.record({
      stages: fc.tuple(...Array.from({ length: size }, (_, index) => stage(index))),
      fourEyes: fc.array(fc.uniqueArray(fc.constantFrom('submission', ...Array.from({ length: size }, (_, index) => `s${index}`)), { minLength: 2 }), { maxLength: 2 }),
    }),
  )
  .map(({ stages, fourEyes }) => definitionOf(stages, { fourEyes, initiators: ['HEAD', 'PERSON'], cancelledBy: ['CHIEF'] }));

const holding: fc.Arbitrary<Holding> = fc.record({ office: fc.constantFrom('o1', 'o2'), person: fc.constantFrom(...people), kind: fc.constantFrom('definitive' as const, 'acting' as const) });
const directory: fc.Arbitrary<Directory> = fc.record(Object.fromEntries(roles.map((role) => [role, fc.array(holding, { maxLength: 4 })])));

/** A step of the world: offices change, time goes on, somebody wants something. */
const step = fc.record({
  directory,
  hours: fc.integer({ min: 0, max: 60 }),
  by: fc.constantFrom(...people, 'system:timer'),
  what: fc.constantFrom('submit', 'act', 'act', 'act', 'act', 'any', 'check', 'deadline', 'remind', 'comment', 'withdraw', 'cancel'),
  verdict: fc.constantFrom('approve' as const, 'approve' as const, 'approve' as const, 'reject' as const, 'return' as const),
  stage: fc.constantFrom('s0', 's1', 's2', 's3', 'nowhere'),
  reason: fc.constantFrom('because', 'because', ' '),
  changed: fc.boolean(),
  context: fc.record({ flag: fc.boolean(), count: fc.integer({ min: 0, max: 4 }) }),
  outcome: fc.constantFrom('passed' as const, 'passed' as const, 'failed' as const),
  code: fc.constantFrom('before-1', 'after-1', 'after-2', 'escalation-1', 'escalation-2', 'escalation-3'),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const instant = (hours: number) => new Date(Date.parse('2026-03-02T02:00:00Z') + hours * 3_600_000).toISOString();
const stageNow = (state: WorkflowState): string => (state.status === 'open' ? state.open.stage : 'submission');
const roundNow = (state: WorkflowState): number => (state.status === 'absent' ? 1 : state.round);

/** What a step wants of a case. Mostly by somebody who may, else little would happen. */
const commandOf = (wish: Step, state: WorkflowState, hours: number): WorkflowCommand => {
  const given = { at: instant(hours), directory: wish.directory, calendar };
  const able = whoMayAct(state, wish.directory)[0]?.person ?? wish.by;
  const place = { stage: stageNow(state), round: roundNow(state) };
  switch (wish.what) {
    case 'submit':
      return { type: 'SubmitCase', data: { ...given, by: able, dossierHash: `d${hours}`, context: wish.context, changed: wish.changed } };
    case 'act':
      if (state.status !== 'open') return commandOf({ ...wish, what: 'submit' }, state, hours);
      return { type: 'Decide', data: { ...given, by: able, stage: place.stage, verdict: wish.verdict, reason: wish.reason, dossierHash: 'd' } };
    case 'any':
      return { type: 'Decide', data: { ...given, by: wish.by, stage: wish.stage, verdict: wish.verdict, reason: wish.reason, to: wish.stage, dossierHash: 'd' } };
    case 'check':
      return { type: 'RecordCheck', data: { ...given, by: 'system:check', stage: place.stage, outcome: wish.outcome, facts: {} } };
    case 'deadline':
      return { type: 'PassDeadline', data: { ...given, by: 'system:timer', ...place } };
    case 'remind':
      return { type: 'Remind', data: { ...given, by: 'system:timer', ...place, code: wish.code } };
    case 'comment':
      return { type: 'Comment', data: { ...given, by: wish.by, text: 'hello' } };
    case 'withdraw':
      return { type: 'Withdraw', data: { ...given, by: wish.by, reason: 'because' } };
    case 'cancel':
      return { type: 'Cancel', data: { ...given, by: wish.by, reason: 'because' } };
    default:
      throw new Error(`no such wish: ${wish.what}`);
  }
};

type Moment = Readonly<{ state: WorkflowState; events: readonly WorkflowEvent[]; history: readonly WorkflowEvent[]; command: WorkflowCommand; decision: ReturnType<typeof workflow.decide>; wish: Step }>;

/** Lives a case, and shows every moment of it. */
const live = (definition: Definition, wishes: readonly Step[], see: (moment: Moment) => void): WorkflowState => {
  let hours = 0;
  let state = workflow.initial;
  const history: WorkflowEvent[] = [];
  const take = (command: WorkflowCommand, wish: Step) => {
    const decision = workflow.decide(command, state);
    const events = decision instanceof Rejection ? [] : decision;
    for (const event of events) state = workflow.evolve(state, event);
    history.push(...events);
    see({ state, events, history, command, decision, wish });
  };
  const [first] = wishes;
  if (!first) return state;
  const starter = { ...first.directory, HEAD: [{ office: 'o1', person: 'ana', kind: 'definitive' as const }] };
  take({ type: 'StartCase', data: { definition, definitionHash: 'h', subject: 'budi', by: 'ana', at: instant(0), directory: starter, calendar } }, first);
  for (const wish of wishes) {
    hours += wish.hours;
    take(commandOf(wish, state, hours), wish);
  }
  return state;
};

const everyMoment = (see: (moment: Moment) => void) =>
  fc.assert(fc.property(definition, fc.array(step, { minLength: 5, maxLength: 40 }), (rules, wishes) => void live(rules, wishes, see)), runs);

describe(`in every life of a case (seed ${seed})`, () => {
  it('what is stored folds to the same state, at every step', () => {
    everyMoment(({ state, history }) => expect(fold(workflow, JSON.parse(JSON.stringify(history)) as WorkflowEvent[])).toEqual(JSON.parse(JSON.stringify(state))));
  });

  it('a command that comes twice adds nothing the second time', () => {
    everyMoment(({ state, command }) => {
      const again = workflow.decide(command, state);
      expect(again instanceof Rejection ? [] : again).toEqual([]);
    });
  });

  it('an open case names who can act, or the vacant office, or waits for the system', () => {
    everyMoment(({ state, wish }) => {
      expect(state.status).not.toBe('routing');
      const waiting = waitingFor(state, wish.directory);
      if (state.status === 'closed') return expect(waiting).toBeUndefined();
      expect(waiting && (waiting.system || waiting.vacant || waiting.who.length > 0)).toBe(true);
      return expect(waiting?.role).toMatch(/./);
    });
  });

  it('who is named can act indeed, and who is not cannot', () => {
    everyMoment(({ state, wish }) => {
      if (state.status !== 'open' || state.open.definition.kind === 'check') return;
      const able = new Set(whoMayAct(state, wish.directory).map(({ person }) => person));
      for (const by of people) {
        const command: WorkflowCommand = {
          type: 'Decide',
          data: { by, at: instant(0), directory: wish.directory, calendar, stage: state.open.stage, verdict: 'approve', reason: 'because', dossierHash: 'd' },
        };
        const decision = workflow.decide(command, state);
        const acts = !(decision instanceof Rejection) && decision.length > 0;
        expect(acts).toBe(able.has(by));
        expect(explain(state, by, wish.directory, 'approve') === undefined).toBe(acts);
      }
    });
  });

  it('nobody acts at two stages that need four eyes, nor on himself', () => {
    everyMoment(({ state, history }) => {
      if (state.status === 'absent') return;
      const deeds = history.flatMap((event) => (event.type === 'CaseSubmitted' || event.type === 'CaseStarted' ? [['submission', event.data.by.by]] : event.type === 'DecisionMade' ? [[event.data.stage, event.data.by.by]] : []));
      for (const set of state.definition.fourEyes) {
        for (const person of people) expect(new Set(deeds.filter(([key, by]) => by === person && set.includes(key ?? '')).map(([key]) => key)).size).toBeLessThanOrEqual(1);
      }
      const own = history.filter((event) => event.type === 'DecisionMade' && event.data.by.by === state.subject && event.data.kind !== 'consent');
      expect(own).toEqual([]);
    });
  });

  it('no seat votes twice in a round, and a reason is there where one is due', () => {
    everyMoment(({ state, history }) => {
      if (state.status === 'absent') return;
      const votes = history.flatMap((event) => (event.type === 'DecisionMade' ? [event.data] : []));
      const seats = votes.map(({ stage: key, round, by }) => `${key}/${round}/${by.by}`);
      expect(new Set(seats).size).toBe(seats.length);
      for (const { stage: key, verdict, reason: given } of votes) {
        const rule = state.definition.stages.find((each) => each.key === key)?.verbs[verdict]?.reason;
        if (rule === 'required') expect(given.trim()).not.toBe('');
      }
    });
  });

  it('the end is the end: only comments follow it', () => {
    everyMoment(({ history }) => {
      const end = history.findIndex(({ type }) => type === 'CaseClosed');
      if (end >= 0) expect(history.slice(end + 1).filter(({ type }) => type !== 'CommentAdded')).toEqual([]);
    });
  });

  it('an approval follows a decision and no open stage, and rounds only grow', () => {
    everyMoment(({ history }) => {
      const rounds = history.flatMap(({ data }) => ('round' in data ? [data.round] : []));
      expect(rounds).toEqual([...rounds].sort((a, b) => a - b));
      const opened = history.filter(({ type }) => type === 'StageOpened').length;
      const left = history.filter(({ type }) => type === 'StageClosed').length;
      const closed = history.find(({ type }) => type === 'CaseClosed');
      if (closed?.type === 'CaseClosed' && (closed.data.outcome === 'approved' || closed.data.outcome === 'rejected')) expect(opened).toBe(left);
      expect(opened - left).toBeGreaterThanOrEqual(0);
      expect(opened - left).toBeLessThanOrEqual(1);
    });
  });

  it('a reminder and a deadline fall due once in a round', () => {
    everyMoment(({ history }) => {
      const due = history.flatMap((event) => {
        if (event.type === 'ReminderFellDue') return [`${event.data.stage}/${event.data.round}/${event.data.code}`];
        return event.type === 'DeadlinePassed' ? [`${event.data.stage}/${event.data.round}`] : [];
      });
      expect(new Set(due).size).toBe(due.length);
    });
  });

  it('the ETag stands still with comments, reminders and votes that close nothing', () => {
    everyMoment(({ state, history, events }) => {
      const before = fold(workflow, history.slice(0, history.length - events.length));
      const moved = events.some(({ type }) => ['CaseStarted', 'CaseSubmitted', 'StageClosed', 'CaseClosed'].includes(type));
      expect(etagOf(state) !== etagOf(before)).toBe(moved);
    });
  });

  it('every question has an answer, and every command in every state a decision', () => {
    everyMoment(({ state, wish, decision }) => {
      expect(decision instanceof Rejection || Array.isArray(decision)).toBe(true);
      const rail = stageRail(state);
      expect(rail.filter((each) => each.state === 'current')).toHaveLength(state.status === 'open' ? 1 : 0);
      for (const person of people) for (const verb of verbs) expect(explain(state, person, wish.directory, verb)?.code ?? 'workflow.').toMatch(/^workflow\./);
    });
  });
});

describe(`a case that nobody neglects (seed ${seed})`, () => {
  it('comes to an end, whatever the definition', () => {
    fc.assert(
      fc.property(definition, fc.record({ flag: fc.boolean(), count: fc.integer({ min: 0, max: 4 }) }), (rules, context) => {
        // Each stage has hands of its own, so that no rule of four eyes leaves it without.
        const everyone: Directory = Object.fromEntries(roles.map((role) => [role, Array.from({ length: 12 }, (_, index) => ({ office: role, person: `${role}-${index}`, kind: 'definitive' as const }))]));
        const given = { directory: everyone, calendar };
        let state = workflow.initial;
        const take = (command: WorkflowCommand) => {
          const decision = workflow.decide(command, state);
          if (decision instanceof Rejection) throw decision;
          for (const event of decision) state = workflow.evolve(state, event);
        };
        take({ type: 'StartCase', data: { ...given, definition: rules, definitionHash: 'h', subject: 'budi', by: 'HEAD-0', at: instant(0) } });
        const first = workflow.decide({ type: 'SubmitCase', data: { ...given, by: 'HEAD-0', at: instant(0), dossierHash: 'd', context, changed: false } }, state);
        if (first instanceof Rejection) return first.code === 'workflow.no-stage';
        for (const event of first) state = workflow.evolve(state, event);
        for (let tries = 0; state.status === 'open' && tries < 60; tries++) {
          const { stage: key } = state.open;
          const who = whoMayAct(state, everyone)[0];
          if (who) take({ type: 'Decide', data: { ...given, by: who.person, at: instant(tries), stage: key, verdict: 'approve', reason: 'because', dossierHash: 'd' } });
          else take({ type: 'RecordCheck', data: { ...given, by: 'system:check', at: instant(tries), stage: key, outcome: 'passed', facts: {} } });
        }
        return state.status === 'closed' && state.outcome === 'approved';
      }),
      runs,
    );
  });
});
