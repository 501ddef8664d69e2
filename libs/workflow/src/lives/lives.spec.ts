import { fold, Rejection } from '@app/decider';
import fc from 'fast-check';
import type { WorkflowCommand } from '../commands.js';
import type { Definition } from '../definition.js';
import type { WorkflowEvent } from '../events.js';
import { caseVerbs, etagOf, explain, stageRail, stageVerbs, type Verb, waitingFor, whoMayAct, workflow } from '../index.js';
import type { Directory } from '../people.js';
import { calendar } from '../testing.js';
import { linesOf, recordingOf, verdictsOf } from './tasks.js';
import { definition } from './definitions.js';
import { people, roles } from './powers.js';
import { everyMoment, instant, rightsOf, runs, seed } from './testing.js';

const verbs: readonly Verb[] = [...Object.keys(stageVerbs), ...Object.keys(caseVerbs)] as Verb[];

describe(`in every life of a case (seed ${seed})`, () => {
  it('what is stored folds to the same state, at every step', () => {
    everyMoment(({ state, history }) =>
      expect(fold(workflow, JSON.parse(JSON.stringify(history)) as WorkflowEvent[])).toEqual(JSON.parse(JSON.stringify(state))),
    );
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
      const waiting = waitingFor(state, wish.directory, rightsOf(wish, 0));
      expect(waiting.length > 0).toBe(state.status !== 'closed' && state.status !== 'absent');
      for (const { system, vacant, people: able, role } of waiting) {
        expect(system || vacant || able.length > 0).toBe(true);
        expect(role).toMatch(/./);
      }
    });
  });

  it('who is named can act indeed, and who is not cannot', () => {
    everyMoment(({ state, wish }) => {
      const rights = rightsOf(wish, 10_000);
      const open = state.status === 'open' ? state.open.filter(({ definition: { kind } }) => kind !== 'check') : [];
      for (const [by, { stage }] of people.flatMap((person) => open.map((each) => [person, each] as const))) {
        const able = new Set(whoMayAct(state, wish.directory, stage, rights).map(({ person }) => person));
        const given = { ...rights, directory: wish.directory };
        const here = state.status === 'open' ? state.open.find((each) => each.stage === stage) : undefined;
        const lines = state.status === 'open' && here ? verdictsOf({ state, open: here }, by, given, false) : undefined;
        const outside = here?.definition.kind === 'external';
        const command: WorkflowCommand = outside
          ? recordingOf(given, by, stage, 'passed')
          : {
              type: 'Decide',
              data: {
                ...{ by, ...given, stage, verdict: 'approve', reason: 'because', dossierHash: 'd' },
                ...(lines && { lines }),
              },
            };
        const decision = workflow.decide(command, state);
        const acts = !(decision instanceof Rejection) && decision.length > 0;
        expect(acts).toBe(able.has(by));
        expect(explain(state, by, wish.directory, outside ? 'record-answer' : 'approve', stage, rights) === undefined).toBe(acts);
      }
    });
  });

  it('nobody acts at two stages that need four eyes, nor on himself', () => {
    everyMoment(({ state, history }) => {
      if (state.status === 'absent') return;
      const deeds = history.flatMap((event) =>
        event.type === 'CaseSubmitted' || event.type === 'CaseStarted'
          ? [['submission', event.data.by.by]]
          : event.type === 'DecisionMade'
            ? [[event.data.stage, event.data.by.by]]
            : [],
      );
      for (const set of state.definition.fourEyes) {
        for (const person of people)
          expect(
            new Set(deeds.filter(([key, by]) => by === person && set.includes(key ?? '')).map(([key]) => key)).size,
          ).toBeLessThanOrEqual(1);
      }
      const own = history.filter(
        (event) =>
          event.type === 'DecisionMade' &&
          event.data.by.by === state.subject &&
          event.data.kind !== 'consent' &&
          event.data.kind !== 'acknowledgement',
      );
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
    everyMoment(({ state, history }) => {
      const rounds = history.flatMap(({ data }) => ('round' in data ? [data.round] : []));
      expect(rounds).toEqual([...rounds].sort((a, b) => a - b));
      const opened = history.filter(({ type }) => type === 'StageOpened').length;
      const left = history.filter(({ type }) => type === 'StageClosed').length;
      const closed = history.find(({ type }) => type === 'CaseClosed');
      if (closed?.type === 'CaseClosed' && (closed.data.outcome === 'approved' || closed.data.outcome === 'rejected'))
        expect(opened).toBe(left);
      expect(opened - left).toBeGreaterThanOrEqual(closed ? 0 : state.status === 'open' ? state.open.length : 0);
      expect(opened - left).toBeLessThanOrEqual(closed ? 1 : state.status === 'open' ? state.open.length : 0);
    });
  });

  it('stages beside each other belong to one group, and no branch has two of them open', () => {
    everyMoment(({ state }) => {
      if (state.status !== 'open' || state.open.length === 1) return;
      const places = state.open.map(({ definition: { group, branch } }) => [group, branch]);
      expect(new Set(places.map(([group]) => group))).toEqual(new Set(['beside']));
      expect(new Set(places.map(([, branch]) => branch)).size).toBe(places.length);
    });
  });

  it('a reminder and a deadline fall due once in a round', () => {
    everyMoment(({ history }) => {
      // What another calendar moves ahead falls due again.
      let moves = 0;
      const due = history.flatMap((event) => {
        if (event.type === 'DeadlinesReplanned') moves++;
        if (event.type === 'ReminderFellDue') return [`${event.data.stage}/${event.data.round}/${event.data.code}`];
        return event.type === 'DeadlinePassed' ? [`${event.data.stage}/${event.data.round}#${moves}`] : [];
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
      expect(rail.filter((each) => each.state === 'current')).toHaveLength(state.status === 'open' ? state.open.length : 0);
      for (const person of people)
        for (const verb of verbs)
          expect(explain(state, person, wish.directory, verb)?.code ?? 'workflow.').toMatch(/^workflow\./);
    });
  });
});

describe(`a case that nobody neglects (seed ${seed})`, () => {
  it('comes to an end, whatever the definition', () => {
    fc.assert(
      fc.property(definition, fc.record({ flag: fc.boolean(), count: fc.integer({ min: 0, max: 4 }) }), (drawn, context) => {
        // Seats are named by persons of other lives; and where all of an office act, four eyes would leave it without.
        const rules = {
          ...drawn,
          stages: drawn.stages.map((each) => ({ ...each, members: undefined, all: false })),
        } as Definition;
        // Each stage has hands of its own, so that no rule of four eyes leaves it without.
        const everyone: Directory = Object.fromEntries(
          roles.map((role) => [
            role,
            Array.from({ length: 12 }, (_, index) => ({ office: role, person: `${role}-${index}`, kind: 'definitive' as const })),
          ]),
        );
        const given = { directory: everyone, calendar };
        let state = workflow.initial;
        const take = (command: WorkflowCommand) => {
          const decision = workflow.decide(command, state);
          if (decision instanceof Rejection) throw decision;
          for (const event of decision) state = workflow.evolve(state, event);
        };
        take({
          type: 'StartCase',
          data: { ...given, definition: rules, definitionHash: 'h', subject: 'budi', by: 'HEAD-0', at: instant(0) },
        });
        const first = workflow.decide(
          {
            type: 'SubmitCase',
            data: {
              ...{ ...given, by: 'HEAD-0', at: instant(0), dossierHash: 'd', context, changed: false },
              ...(rules.lines && { lines: linesOf(3) }),
            },
          },
          state,
        );
        if (first instanceof Rejection) return first.code === 'workflow.no-stage';
        for (const event of first) state = workflow.evolve(state, event);
        for (let tries = 0; state.status === 'open' && tries < 120; tries++) {
          const { stage: key, definition: open } = state.open[0];
          const who = whoMayAct(state, everyone, key)[0];
          if (who && open.kind === 'external') take(recordingOf({ ...given, at: instant(tries) }, who.person, key, 'passed'));
          else if (who)
            take({
              type: 'Decide',
              data: {
                ...given,
                by: who.person,
                at: instant(tries),
                stage: key,
                verdict: 'approve',
                reason: 'because',
                dossierHash: 'd',
              },
            });
          else
            take({
              type: 'RecordCheck',
              data: { ...given, by: 'system:check', at: instant(tries), stage: key, outcome: 'passed', facts: {} },
            });
        }
        return state.status === 'closed' && state.outcome === 'approved';
      }),
      runs,
    );
  });
});
