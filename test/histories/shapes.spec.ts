/**
 * What was recorded has the shape that the catalogue of events promises, after its upcasters. So a type that is changed can't be
 * written down anew in `docs/events` without an upcaster for what old logs hold: these histories would not fit it any more.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '@app/decider';
import { upcasters } from '@app/domain/policies';
import { upcast, type Upcasters, versionOf } from '@app/event-store';
import { workflow, type WorkflowEvent } from '@app/workflow';
import { Ajv2020 } from 'ajv/dist/2020.js';

type Stored = Readonly<{ type: string; version: number; data: Readonly<Record<string, unknown>> }>;
type Schema = Readonly<{ properties: Readonly<Record<string, object>>; required: readonly string[] }>;

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8')); // what it is, is what is tested
const own = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.json'));
const recorded: readonly Stored[] = [
  ...own.flatMap((file) => (read(join(import.meta.dirname, file)) as { events: readonly Stored[] }).events),
  ...(read(join(import.meta.dirname, 'people/forgotten.json')) as { events: readonly Stored[] }).events,
  ...(read(join(import.meta.dirname, 'engine/verbs.json')) as readonly { events: readonly Stored[] }[]).flatMap(
    ({ events }) => events,
  ),
];
const types = [...new Set(recorded.map(({ type }) => type))].sort();

const catalogue = join(import.meta.dirname, '../../docs/events');
const schemaOf = (type: string, version: number) => read(join(catalogue, `${type}.v${version}.json`)) as Schema;

const ajv = new Ajv2020({ strict: false, logger: false });
const checks = new Map(types.map((type) => [type, ajv.compile(schemaOf(type, versionOf(upcasters, type)))]));

/** The recorded events of a type that do not have its shape, once they were brought up to it. */
const misfits = (type: string, steps: Upcasters = upcasters, changed = (data: Stored['data']) => data): readonly Stored[] =>
  recorded.filter((event) => {
    const data = changed(event.data);
    return event.type === type && checks.get(type)?.(upcast(steps, { ...event, data }).data) !== true;
  });

const rename =
  (from: string, to: string) =>
  ({ [from]: value, ...rest }: Stored['data']) => ({ ...rest, [to]: value });

describe('an event that was recorded', () => {
  it.each(types)('%s fits the shape that it has now', (type) => expect(misfits(type)).toEqual([]));

  it.each(types)('%s would not, had a field got another name since', (type) => {
    const { required } = schemaOf(type, versionOf(upcasters, type));
    const caught = required.filter((field) => misfits(type, upcasters, rename(field, 'older')).length > 0);
    expect(caught).toEqual(required);
  });

  it('does so where an upcaster brings it there', () => {
    const steps: Upcasters = { DecisionMade: [rename('ruling', 'verdict')] };
    const asRuling = rename('verdict', 'ruling');
    expect(misfits('DecisionMade', upcasters, asRuling)).not.toEqual([]);
    expect(misfits('DecisionMade', steps, asRuling)).toEqual([]);
  });

  it('folds to another end where the code reads a field that it does not have', () => {
    const decided = recorded.findIndex(({ type }) => type === 'DecisionMade');
    const before = recorded.slice(0, decided + 1).findLastIndex(({ type }) => type === 'CaseStarted');
    const history = recorded.slice(before, decided + 1);
    const planted = history.map(({ type, data: { verdict, ...data } }) => ({
      type,
      data: verdict === undefined ? data : { ...data, ruling: verdict },
    }));
    const end = (events: readonly unknown[]) => JSON.stringify(fold(workflow, events as readonly WorkflowEvent[]));
    expect(end(planted)).not.toBe(end(history));
  });
});
