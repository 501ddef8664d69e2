/** For specifications only: what holds at every moment of every life of a case. */
import { isDeepStrictEqual } from 'node:util';
import { Rejection } from '@app/decider';
import { deepEqual, equal, match, notEqual, ok } from 'node:assert/strict';
import type { WorkflowCommand } from '../commands.js';
import { caseVerbs, etagOf, explain, stageRail, stageVerbs, type Verb, waitingFor, whoMayAct, workflow } from '../index.js';
import { dueOf, firing, waitsOf } from './due.js';
import { underPresentKeys } from './migrations.js';
import { people } from './powers.js';
import { recordingOf, verdictsOf } from './tasks.js';
import { type Moment, rightsOf } from './testing.js';

const verbs: readonly Verb[] = [...Object.keys(stageVerbs), ...Object.keys(caseVerbs)] as Verb[];

/** By the sentence that says it; whoever breaks it throws. */
export type Promises = Readonly<Record<string, (moment: Moment) => void>>;

export const promises: Promises = {
  'what is stored folds to the same state, at every step': ({ state, stored }) =>
    ok(isDeepStrictEqual(stored, JSON.parse(JSON.stringify(state)))),

  'a command that comes twice adds nothing the second time': ({ state, command }) => {
    const again = workflow.decide(command, state);
    deepEqual(again instanceof Rejection ? [] : again, []);
  },

  'an open case names who can act, or the vacant office, or waits for the system': ({ state, wish }) => {
    notEqual(state.status, 'routing');
    const waiting = waitingFor(state, wish.directory, rightsOf(wish, 0));
    equal(waiting.length > 0, state.status !== 'closed' && state.status !== 'absent');
    for (const { system, vacant, people: able, role } of waiting) {
      ok(system || vacant || able.length > 0);
      match(role, /./);
    }
  },

  'who is named can act indeed, and who is not cannot': ({ state, wish }) => {
    if (state.status !== 'open') return;
    const given = { ...rightsOf(wish, 10_000), directory: wish.directory };
    for (const open of state.open) {
      const { stage, definition } = open;
      if (definition.kind === 'check') continue;
      const able: ReadonlySet<string> = new Set(whoMayAct(state, wish.directory, stage, given).map(({ person }) => person));
      for (const by of people) {
        const lines = verdictsOf({ state, open }, by, given, false);
        const outside = definition.kind === 'external';
        const approval = { by, ...given, stage, verdict: 'approve', reason: 'because', dossierHash: 'd' } as const;
        const command: WorkflowCommand = outside
          ? recordingOf(given, by, stage, 'passed')
          : { type: 'Decide', data: { ...approval, ...(lines && { lines }) } };
        const decision = workflow.decide(command, state);
        const acts = !(decision instanceof Rejection) && decision.length > 0;
        const why = explain(state, by, wish.directory, outside ? 'record-answer' : 'approve', stage, given);
        deepEqual([acts, why === undefined], [able.has(by), able.has(by)]);
      }
    }
  },

  'nobody acts at two stages that need four eyes, nor on himself': ({ state, history }) => {
    if (state.status === 'absent') return;
    const deeds = underPresentKeys(history).flatMap((event) =>
      event.type === 'CaseSubmitted' || event.type === 'CaseStarted'
        ? [['submission', event.data.by.by]]
        : event.type === 'DecisionMade'
          ? [[event.data.stage, event.data.by.by]]
          : [],
    );
    for (const set of state.definition.fourEyes) {
      for (const person of people)
        ok(new Set(deeds.filter(([key, by]) => by === person && set.includes(key ?? '')).map(([key]) => key)).size <= 1);
    }
    const own = history.filter(
      (event) =>
        event.type === 'DecisionMade' &&
        event.data.by.by === state.subject &&
        event.data.kind !== 'consent' &&
        event.data.kind !== 'acknowledgement',
    );
    deepEqual(own, []);
  },

  'no seat votes twice in a round, and a reason is there where one is due': ({ state, history }) => {
    if (state.status === 'absent') return;
    const votes = underPresentKeys(history).flatMap((event) => (event.type === 'DecisionMade' ? [event.data] : []));
    const seats = votes.map(({ stage: key, round, by }) => `${key}/${round}/${by.by}`);
    equal(new Set(seats).size, seats.length);
    for (const { stage: key, verdict, reason: given } of votes) {
      const rule = state.definition.stages.find((each) => each.key === key)?.verbs[verdict]?.reason;
      if (rule === 'required') notEqual(given.trim(), '');
    }
  },

  'the end is the end: only comments follow it': ({ history }) => {
    const end = history.findIndex(({ type }) => type === 'CaseClosed');
    if (end >= 0)
      deepEqual(
        history.slice(end + 1).filter(({ type }) => type !== 'CommentAdded'),
        [],
      );
  },

  'an approval follows a decision and no open stage, and rounds only grow': ({ state, history }) => {
    const rounds = history.flatMap(({ data }) => ('round' in data ? [data.round] : []));
    deepEqual(
      rounds,
      [...rounds].sort((a, b) => a - b),
    );
    const opened = history.filter(({ type }) => type === 'StageOpened').length;
    const left = history.filter(({ type }) => type === 'StageClosed').length;
    const closed = history.find(({ type }) => type === 'CaseClosed');
    if (closed?.type === 'CaseClosed' && (closed.data.outcome === 'approved' || closed.data.outcome === 'rejected'))
      equal(opened, left);
    ok(opened - left >= (closed ? 0 : state.status === 'open' ? state.open.length : 0));
    ok(opened - left <= (closed ? 1 : state.status === 'open' ? state.open.length : 0));
  },

  'stages beside each other belong to one group, and no branch has two of them open': ({ state }) => {
    if (state.status !== 'open' || state.open.length === 1) return;
    const places = state.open.map(({ definition: { group, branch } }) => [group, branch]);
    deepEqual(new Set(places.map(([group]) => group)), new Set(['beside']));
    equal(new Set(places.map(([, branch]) => branch)).size, places.length);
  },

  'a reminder and a deadline fall due once in a round': ({ history }) => {
    // What another calendar moves ahead falls due again.
    let moves = 0;
    // What is asked anew falls due anew.
    let questions = 0;
    // So does what another version of the definition gives anew.
    let versions = 0;
    const placeOf = ({ stage, round, wait }: Readonly<{ stage: string; round: number; wait?: string }>) =>
      `${stage}/${round}/${wait === 'question' ? `${wait} ${questions}` : `${wait ?? ''} ${versions}`}`;
    const due = underPresentKeys(history).flatMap((event) => {
      if (event.type === 'DeadlinesReplanned') moves++;
      if (event.type === 'InformationAsked') questions++;
      if (
        event.type === 'CaseClockStarted' ||
        (event.type === 'CaseMigrated' && event.data.moves.some(({ restarted }) => restarted))
      )
        versions++;
      if (event.type === 'ReminderFellDue') return [`${placeOf(event.data)}/${event.data.code}`];
      return event.type === 'DeadlinePassed' ? [`${placeOf(event.data)}#${moves}`] : [];
    });
    equal(new Set(due).size, due.length);
  },

  'a clock stands still where something is asked or the case is suspended, and nowhere else': ({ state }) => {
    if (state.status !== 'open' && state.status !== 'returned') return;
    const asked = new Set(state.status === 'open' ? state.open.flatMap(({ stage, question }) => (question ? [stage] : [])) : []);
    for (const { stage, wait, schedule, pausedAt } of waitsOf(state))
      if (schedule && wait !== 'case')
        equal(pausedAt !== undefined, state.suspended !== null || (wait === undefined && asked.has(stage)));
  },

  'every question is answered, lapses with its stage, or is open': ({ state, history }) => {
    const many = (type: string) => history.filter((event) => event.type === type).length;
    const open = state.status === 'open' ? state.open.filter(({ question }) => question).length : 0;
    equal(many('InformationAsked'), many('InformationAnswered') + many('InformationLapsed') + open);
  },

  'what is waited for does something when its time has come': ({ state, command }) => {
    for (const due of dueOf(state)) {
      const decision = workflow.decide(firing(due, { ...command.data, at: due.at }), state);
      ok(!(decision instanceof Rejection) && decision.length > 0);
    }
  },

  'the ETag stands still with comments, reminders and votes that close nothing': ({ state, before, events }) => {
    const moved = events.some(({ type }) =>
      ['CaseStarted', 'CaseSubmitted', 'StageClosed', 'CaseClosed', 'CaseMigrated'].includes(type),
    );
    equal(etagOf(state) !== etagOf(before), moved);
  },

  'every question has an answer, and every command in every state a decision': ({ state, wish, decision }) => {
    ok(decision instanceof Rejection || Array.isArray(decision));
    const rail = stageRail(state);
    equal(rail.filter((each) => each.state === 'current').length, state.status === 'open' ? state.open.length : 0);
    for (const person of people)
      for (const verb of verbs) match(explain(state, person, wish.directory, verb)?.code ?? 'workflow.', /^workflow\./);
  },
};
