import { stringify } from 'yaml';
import type { Loaded } from './read.js';

/** The order in which people write a definition down; what is not listed comes after. */
const order = [
  ...['id', 'key', 'version', 'kind', 'title', 'actor', 'role', 'calendar', 'initiators', 'cancelledBy', 'suspendedBy', 'rounds'],
  ...['lines', 'when', 'skipReason', 'group', 'branch', 'act', 'size', 'quorum', 'rule', 'members', 'chair', 'vetoBy', 'from'],
  ...['verbs', 'approve', 'reject', 'return', 'reason', 'to', 'vacancy', 'policy', 'deadline', 'workingDays', 'onPassed'],
  ...['reminders', 'escalations', 'repair', 'fourEyes', 'oncePerCase', 'groups', 'stages'],
];
const places = new Map(order.map((name, index) => [name, index]));
const placeOf = (name: string): number => places.get(name) ?? order.length;

const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => placeOf(a) - placeOf(b));
  return Object.fromEntries(entries.map(([name, part]) => [name, ordered(part)]));
};

/** A definition as one YAML document, the schema of its dossier within, as people would write it: to begin a draft from. */
export const writtenDown = ({ definition, dossier }: Loaded): string => {
  const text = stringify(ordered(definition), { lineWidth: 120, aliasDuplicateObjects: false });
  return dossier ? `${text}${stringify({ dossier }, { lineWidth: 120, aliasDuplicateObjects: false })}` : text;
};
