import type { Text } from '@app/workflow';
import type { Loaded } from './read.js';

/** One thing that another version says otherwise. `moved`: it is the same, at another place in its list; places count from 1. */
export type Difference = Readonly<{
  /** Where, by keys: `stages.tpk.quorum`, `dossier.properties.days.maximum`. */
  at: string;
  kind: 'added' | 'removed' | 'changed' | 'moved';
  before?: unknown;
  after?: unknown;
  /** The title of the stage or group that it stands in. */
  within?: Text;
}>;

type Plain = Readonly<Record<string, unknown>>;
type Keyed = Plain & Readonly<{ key: string }>;

const isPlain = (value: unknown): value is Plain => typeof value === 'object' && value !== null && !Array.isArray(value);
const isKeyed = (value: unknown): value is Keyed => isPlain(value) && typeof value['key'] === 'string';
const isKeyedList = (value: unknown): value is readonly Keyed[] => Array.isArray(value) && value.every(isKeyed);
const isText = (value: unknown): value is Text =>
  isPlain(value) && typeof value['id'] === 'string' && typeof value['en'] === 'string';

/** What the second version of a definition says otherwise than the first, dossier included; in the order in which it is written down. */
export const differencesOf = (before: Loaded, after: Loaded): readonly Difference[] =>
  between('', whole(before), whole(after), undefined);

/** Which version it is goes without saying. */
const whole = ({ definition: { version: _, ...definition }, dossier }: Loaded): Plain => ({ ...definition, dossier });

const between = (at: string, before: unknown, after: unknown, within: Text | undefined): readonly Difference[] => {
  const place = within ? { within } : {};
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ at, kind: 'added', after, ...place }];
  if (after === undefined) return [{ at, kind: 'removed', before, ...place }];
  if (isKeyedList(before) && isKeyedList(after)) return betweenLists(at, before, after);
  if (isPlain(before) && isPlain(after) && !isText(before)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => between(at ? `${at}.${name}` : name, before[name], after[name], within));
  }
  return same(before, after) ? [] : [{ at, kind: 'changed', before, after, ...place }];
};

/** Parts are found again by their key. One that only stands elsewhere among those that stayed has moved. */
const betweenLists = (at: string, before: readonly Keyed[], after: readonly Keyed[]): readonly Difference[] => {
  const [old, now] = [before, after].map((list) => list.map(({ key }) => key)) as [string[], string[]];
  const stayed = (keys: readonly string[], others: readonly string[]) => keys.filter((key) => others.includes(key));
  const moved = movedAmong(stayed(old, now), stayed(now, old));
  const titleOf = (part: Keyed | undefined): Text | undefined => (isText(part?.['title']) ? part['title'] : undefined);
  const gone = before.filter(({ key }) => !now.includes(key));
  return [
    ...gone.flatMap((part) => between(`${at}.${part.key}`, part, undefined, titleOf(part))),
    ...after.flatMap((part) => {
      const was = before.find(({ key }) => key === part.key);
      const here = `${at}.${part.key}`;
      const title = titleOf(was ?? part);
      const places = { before: old.indexOf(part.key) + 1, after: now.indexOf(part.key) + 1 };
      return [
        ...(moved.has(part.key) ? [{ at: here, kind: 'moved' as const, ...places, ...(title && { within: title }) }] : []),
        ...between(here, was, part, title),
      ];
    }),
  ];
};

/** The fewest that have to be taken out and put elsewhere: all but a longest run that kept its order. */
const movedAmong = (old: readonly string[], now: readonly string[]): ReadonlySet<string> => {
  const longest: string[][] = [];
  for (const key of now) {
    const before = longest.filter((run) => old.indexOf(run.at(-1) ?? '') < old.indexOf(key));
    const best = before.reduce<string[]>((a, b) => (b.length > a.length ? b : a), []);
    longest.push([...best, key]);
  }
  const kept = new Set(longest.reduce<string[]>((a, b) => (b.length > a.length ? b : a), []));
  return new Set(now.filter((key) => !kept.has(key)));
};

const same = (a: unknown, b: unknown): boolean => {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each, index) => same(each, b[index]));
  if (isPlain(a) && isPlain(b)) {
    const names = Object.keys(a);
    return names.length === Object.keys(b).length && names.every((name) => same(a[name], b[name]));
  }
  return a === b;
};
