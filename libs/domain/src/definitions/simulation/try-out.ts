import type { Calendar, CaseContext, Role } from '@app/workflow';
import { propertiesOf } from '../dossier-schema.js';
import type { Loaded, Reader } from '../read.js';
import { unknownFields } from '../refusals.js';
import { randomContext } from './random-context.js';
import { type Play, type Simulation, simulate } from './simulate.js';

/** What a case is to be like. What is not said is made up, by the seed. */
export type Wish = Readonly<{
  dossier?: Readonly<Record<string, unknown>>;
  as?: Role;
  plays?: Readonly<Record<string, Play>>;
  holders?: Readonly<Record<Role, number>>;
  seed: number;
}>;

export type TriedOut = Readonly<{ context: CaseContext; as: Role; simulation: Simulation }>;

const isPlain = (value: unknown): value is CaseContext[string] =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/**
 * Runs a definition over a dossier, or over one that is made up.
 * @throws Rejection `definitions.unknown-field` (invalid) for a field that neither conditions nor the dossier's schema know
 */
export const tryOut = (
  reader: Reader,
  { definition, dossier }: Loaded,
  { dossier: given = {}, as, plays, holders, seed }: Wish,
  { startsAt, calendar }: Readonly<{ startsAt: string; calendar: Calendar }>,
): TriedOut => {
  const fields = reader.fieldsOf(definition, dossier);
  const known = { ...(dossier && propertiesOf(dossier)), ...fields };
  const unknown = Object.keys(given).filter((name) => !Object.hasOwn(known, name));
  if (unknown.length > 0) throw unknownFields(unknown);
  const made = randomContext(fields, definition, dossier, seed);
  const told = Object.entries(given).filter(([name, value]) => Object.hasOwn(fields, name) && isPlain(value));
  const wished: CaseContext = { ...made, ...(Object.fromEntries(told) as CaseContext) };
  const by = wished['proposerRole'];
  const role = as ?? (typeof by === 'string' && definition.initiators.includes(by) ? by : (definition.initiators[0] ?? ''));
  const context = {
    ...wished,
    ...('proposerRole' in fields && { proposerRole: role }),
    ...('ownRequest' in fields && !Object.hasOwn(given, 'ownRequest') && { ownRequest: ['EMPLOYEE', 'SUBJECT'].includes(role) }),
  };
  const script = { context, startsAt, calendar, as: role, ...(plays && { plays }), ...(holders && { holders }) };
  return { context, as: role, simulation: simulate(definition, script) };
};
