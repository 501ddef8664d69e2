/**
 * The engine's own histories, one for every way in which a verb works at a kind of stage, fold to their recorded end for ever.
 *
 * Recording: RECORD_HISTORIES=1 NODE_OPTIONS=--experimental-vm-modules npx jest test/histories/engine
 * adds what is new under its name and leaves what was recorded as it is.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { fold, Rejection } from '@app/decider';
import { upcasters } from '@app/domain/policies';
import { upcast } from '@app/event-store';
import { etagOf, stageRail, workflow, type WorkflowEvent, type WorkflowState } from '@app/workflow';
import { commands, histories } from '../../libs/workflow/src/decide/table.testing.js';

type Stored = Readonly<{ type: string; version: number; data: unknown }>;
type History = Readonly<{ path: string; events: readonly Stored[]; end: ReturnType<typeof endOf> }>;

const file = join(import.meta.dirname, 'engine', 'verbs.json');

/** What of an end must stay the same, not how it is kept. */
const endOf = (state: WorkflowState) => ({
  etag: etagOf(state),
  rail: stageRail(state).map(({ key, state: place, outcome, overdue, schedule, votes }) =>
    [key, place, outcome ?? '-', overdue ? 'overdue' : '', schedule?.dueOn ?? '', ...votes.map(({ by, verdict }) => `${by.by}:${verdict}`)].join(' '),
  ),
  ...(state.status !== 'absent' && {
    suspended: state.suspended !== null,
    lines: state.lines.map(({ key, fell }) => `${key} ${fell?.because ?? 'stands'}`),
    recusals: state.recusals.map(({ stage, person }) => `${stage} ${person}`),
    attachments: state.attachments.map(({ id }) => id),
    rounds: state.rounds.map(({ round, dossierHash }) => `${round} ${dossierHash}`),
  }),
  ...(state.status === 'open' && {
    open: state.open.map(({ stage, question, claimedBy, advisers, pausedAt, originalDueOn }) =>
      [stage, question?.of ?? '', claimedBy ?? '', (advisers ?? []).map(({ person, advice }) => `${person}:${advice ?? ''}`).join(), pausedAt ?? '', originalDueOn ?? ''].join('|'),
    ),
  }),
});

const folded = (events: readonly Stored[]) =>
  fold(workflow, events.map((event) => upcast(upcasters, event) as WorkflowEvent));

/** Of each verb, every different run of events that it gives, in the first state in which it does. */
const lived = (): readonly History[] => {
  const known = new Map<string, History>();
  for (const [name, events] of histories) {
    for (const [verb, command] of commands(fold(workflow, events))) {
      const decision = workflow.decide(command, fold(workflow, events));
      if (decision instanceof Rejection || decision.length === 0) continue;
      const state = fold(workflow, events);
      const kinds = state.status === 'open' ? state.open.map(({ definition: { kind } }) => kind).join('+') : state.status;
      const run = `${verb} at ${kinds}: ${decision.map(({ type }) => type).join(' ')}`;
      if (known.has(run)) continue;
      const all = [...events, ...decision].map(({ type, data }) => ({ type, version: (upcasters[type]?.length ?? 0) + 1, data }));
      known.set(run, { path: `${name}, ${verb}: ${decision.map(({ type }) => type).join(' ')}`, events: all, end: endOf(folded(all)) });
    }
  }
  return [...known.values()];
};

const recorded = (): readonly History[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly History[]) : [];

if (env['RECORD_HISTORIES']) {
  const before = recorded();
  const fresh = lived().filter(({ path }) => !before.some((each) => each.path === path));
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `[\n${[...before, ...fresh].map((each) => JSON.stringify(each)).join(',\n')}\n]\n`);
}

describe('a recorded history of the engine', () => {
  it.each(recorded().map((each) => [each.path, each] as const))('%s folds to its recorded end', (_, { events, end }) =>
    expect(JSON.parse(JSON.stringify(endOf(folded(events))))).toEqual(end),
  );
  it('is there for every way in which a verb works', () => {
    const there = new Set(recorded().map(({ path }) => path));
    expect(lived().filter(({ path }) => !there.has(path)).map(({ path }) => path)).toEqual([]);
  });
});
