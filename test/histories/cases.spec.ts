/**
 * Histories of cases whose dossier is data, and of batches, fold for ever to their recorded end. See `replay.spec.ts`.
 *
 * Recording: add a path to `case-paths.ts` and run
 *   RECORD_HISTORIES=1 NODE_OPTIONS=--experimental-vm-modules npx jest test/histories/cases
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { fold } from '@app/decider';
import { caseDecider, type CaseEvent, type CaseState, caseStream, etagOf, statusOf } from '@app/domain/cases';
import { upcasters } from '@app/domain/policies';
import { upcast } from '@app/event-store';
import { stageRail } from '@app/workflow';
import { casePaths, openCounter } from './case-paths.js';

type Stored = Readonly<{ type: string; version: number; data: unknown }>;
type History = Readonly<{ path: string; events: readonly Stored[]; end: ReturnType<typeof endOf> }>;

const folder = join(import.meta.dirname, 'cases');
const fileOf = (path: string) => join(folder, `${path}.json`);

/** What of an end must stay the same, not how it is kept. */
const endOf = (state: CaseState) => ({
  status: statusOf(state.workflow),
  etag: etagOf(state),
  dossier: { ...state.file?.plain, ...state.file?.personal },
  lines:
    state.workflow.status === 'absent'
      ? []
      : state.workflow.lines.map(({ key, subject, fell }) => `${key} ${subject} ${fell?.because ?? 'stands'}`),
  said: (state.file?.said ?? []).map(({ key, verdict, reason, by }) => `${key} ${verdict} ${reason} ${by}`),
  rail: stageRail(state.workflow).map(({ key, state: place, outcome, votes }) =>
    [key, place, outcome ?? '-', ...votes.map(({ by, verdict }) => `${by.by}:${verdict}`)].join(' '),
  ),
});

const asStored = (events: readonly Stored[]) => events.map((event) => upcast(upcasters, event) as CaseEvent);

const record = async (path: string): Promise<History> => {
  const counter = await openCounter();
  const id = (await casePaths[path]?.(counter)) ?? '';
  const all = {
    initial: [] as readonly Stored[],
    evolve: (events: readonly Stored[], { type, data }: CaseEvent) => [
      ...events,
      { type, version: (upcasters[type]?.length ?? 0) + 1, data },
    ],
  };
  const { state: events } = await counter.transactor.load(caseStream('test', id), all);
  return { path, events, end: endOf(fold(caseDecider, asStored(events))) };
};

if (env['RECORD_HISTORIES']) {
  mkdirSync(folder, { recursive: true });
  for (const path of Object.keys(casePaths).filter((each) => !existsSync(fileOf(each))))
    writeFileSync(fileOf(path), `${JSON.stringify(await record(path), null, 2)}\n`);
}

describe('a recorded history of a case that is data', () => {
  it.each(existsSync(folder) ? readdirSync(folder) : [])('%s folds to its recorded end', (file) => {
    const { events, end } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as History;
    expect(endOf(fold(caseDecider, asStored(events)))).toEqual(end);
  });

  it('is there for every path', () =>
    expect(Object.keys(casePaths).filter((path) => !existsSync(fileOf(path)))).toEqual([]));

  it.each(Object.keys(casePaths))('%s is lived today as it was recorded', async (path) => {
    const { end } = JSON.parse(readFileSync(fileOf(path), 'utf8')) as History;
    expect((await record(path)).end).toEqual(end);
  });
});
