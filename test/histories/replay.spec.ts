/**
 * Histories as they were recorded must fold for ever, and to the same end: events are public, and what happened has happened.
 *
 * Recording: add a path to `paths.ts` and run
 *   RECORD_HISTORIES=1 NODE_OPTIONS=--experimental-vm-modules npx jest test/histories
 * That writes the files that are missing and touches no other. A recorded file is never changed. When an event gets a new
 * shape, write its upcaster (`catalogue.ts` lists them), leave the old files as they are, and record new paths beside them under new names.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { fold } from '@app/decider';
import { type ProposalEvent, type ProposalState, proposal, roundOf, stageOf, statusOf } from '@app/domain/mutation';
import { upcasters } from '@app/domain/policies';
import { upcast } from '@app/event-store';
import { stageRail } from '@app/workflow';
import { openDesk } from '../../libs/domain/src/mutation/testing/desk.js';
import { paths } from './paths.js';

type Stored = Readonly<{ type: string; version: number; data: unknown }>;
type History = Readonly<{ path: string; recordedAt: string; events: readonly Stored[]; end: ReturnType<typeof endOf> }>;

/** What of an end must stay the same. Not the whole state: how that is kept is the code's own business. */
const endOf = (state: ProposalState) => ({
  status: statusOf(state) ?? null,
  stage: stageOf(state),
  round: roundOf(state),
  dossierHash: state.proposal?.dossierHash ?? null,
  effect: state.proposal?.effect.status ?? null,
  rail: stageRail(state.workflow).map(({ key, state: place, outcome, votes }) =>
    [key, place, outcome ?? '-', ...votes.map(({ by, verdict }) => `${by.by}:${verdict}`)].join(' '),
  ),
});

const asStored = (events: readonly Stored[]) => events.map((event) => upcast(upcasters, event) as ProposalEvent);

const record = async (path: string) => {
  const desk = openDesk();
  const id = await paths[path]?.(desk);
  const all = { initial: [] as readonly Stored[], evolve: (events: readonly Stored[], { type, data }: ProposalEvent) => [...events, { type, version: (upcasters[type]?.length ?? 0) + 1, data }] };
  const { state: events } = await desk.transactor.load(`kepahiang.mutation-${id}`, all);
  return { path, recordedAt: desk.clock.at, events, end: endOf(fold(proposal, asStored(events))) } satisfies History;
};

const folder = import.meta.dirname;
const fileOf = (path: string) => join(folder, `${path}.json`);

if (env['RECORD_HISTORIES']) {
  for (const path of Object.keys(paths).filter((each) => !existsSync(fileOf(each)))) {
    writeFileSync(fileOf(path), `${JSON.stringify(await record(path), null, 2)}\n`);
  }
}

const recorded = readdirSync(folder).filter((file) => file.endsWith('.json'));

describe('a recorded history', () => {
  it.each(recorded)('%s folds to its recorded end', (file) => {
    const { events, end } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as History;
    expect(endOf(fold(proposal, asStored(events)))).toEqual(end);
  });

  it('is there for every path', () => expect(Object.keys(paths).filter((path) => !existsSync(fileOf(path)))).toEqual([]));
});
