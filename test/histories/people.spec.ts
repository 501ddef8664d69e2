/**
 * Histories of people fold for ever to their recorded end. See `replay.spec.ts`.
 *
 * Recording: add a path to `lives` and run
 *   RECORD_HISTORIES=1 NODE_OPTIONS=--experimental-vm-modules npx jest test/histories/people
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { fold, Rejection } from '@app/decider';
import { person, type PersonCommand, type PersonEvent, type PersonState } from '@app/domain/staffing';
import { upcasters } from '@app/domain/policies';
import { upcast, versionOf } from '@app/event-store';

type Stored = Readonly<{ type: string; version: number; data: unknown }>;
type History = Readonly<{ path: string; events: readonly Stored[]; end: ReturnType<typeof endOf> }>;

const id = 'p1';
const personal = { name: 'Rina', nip: '198001012005012001', birthDate: '1980-01-01', gender: 'F' } as const;
const career = { employeeType: 'PNS', status: 'active', grade: 'III/d' } as const;
const at = (day: string) => `${day}T02:00:00.000Z`;
const placement = {
  ...{ assignment: 'a1', post: 'analyst', unit: 'u', agency: 'a' },
  ...{ from: '2020-01-01', inaugurated: null, decree: 'SK 1/2020' },
};

const worked: readonly PersonCommand[] = [
  { type: 'RecordPerson', data: { id, personal, career, placement, at: at('2020-01-01') } },
  { type: 'ChangeEmploymentStatus', data: { id, status: 'retired', from: '2024-06-01', letter: 'SK 800/1/2024', at: at('2024-06-01') } },
];

const lives: Readonly<Record<string, readonly PersonCommand[]>> = {
  retired: worked,
  forgotten: [
    ...worked,
    {
      type: 'ForgetPerson',
      data: { id, reason: 'Permohonan 800/7/2026', by: 'admin', retention: { years: 2, source: 'JRA 5/2026' }, at: at('2026-11-24') },
    },
    { type: 'RecordErasure', data: { id, at: at('2026-11-24') } },
  ],
};

const folder = join(import.meta.dirname, 'people');
const fileOf = (path: string) => join(folder, `${path}.json`);

/** What of an end must stay the same, not how it is kept. */
const endOf = (state: PersonState) =>
  state.status === 'absent'
    ? { status: state.status }
    : { status: state.career.status, post: state.held?.post ?? null, outOfServiceFrom: state.outOfServiceFrom, forgotten: state.forgotten };

const asStored = (events: readonly Stored[]) => events.map((event) => upcast(upcasters, event) as PersonEvent);

const live = (path: string): History => {
  let [state, events] = [person.initial, [] as readonly PersonEvent[]];
  for (const command of lives[path] ?? []) {
    const decision = person.decide(command, state);
    if (decision instanceof Rejection) throw decision;
    events = [...events, ...decision];
    state = fold(person, events);
  }
  const stored = events.map(({ type, data }) => ({ type, version: versionOf(upcasters, type), data }));
  return { path, events: stored, end: endOf(state) };
};

if (env['RECORD_HISTORIES']) {
  mkdirSync(folder, { recursive: true });
  for (const path of Object.keys(lives).filter((each) => !existsSync(fileOf(each))))
    writeFileSync(fileOf(path), `${JSON.stringify(live(path), null, 2)}\n`);
}

const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as History; // as it was written here

describe('a recorded history of a person', () => {
  it.each(existsSync(folder) ? readdirSync(folder) : [])('%s folds to its recorded end', (file) => {
    const { events, end } = read(file);
    expect(endOf(fold(person, asStored(events)))).toEqual(end);
  });

  it('folds to the same end where nothing personal can be read any more', () => {
    const { events, end } = read('forgotten.json');
    const unreadable = events.map((event) =>
      event.type === 'PersonRegistered' ? { ...event, data: { ...Object(event.data), personal: null } } : event,
    );
    expect(endOf(fold(person, asStored(unreadable)))).toEqual(end);
  });

  it.each(Object.keys(lives))('%s is lived today as it was recorded', (path) => {
    expect(JSON.parse(JSON.stringify(live(path)))).toEqual(read(`${path}.json`));
  });
});
