import type { Rejection } from '@app/decider';
import type { CommandData } from './commands.js';
import type { Capacity, Seen } from './events.js';
import type { Directory, PersonId } from './people.js';
import { acting } from './authority.js';
import { reject } from './refusals.js';
import type { Rights } from './rights.js';
import type { At } from './state.js';
import { texts } from './texts.js';

/** What holds now, beside the case: the dossier as it stands, and the rules where the domain has any. */
export type InForce = Readonly<{ dossierHash: string; rules?: string }>;

const parts = ['dossier', 'definition', 'rules', 'calendar', 'authority'] as const;

/** What a person who may act at an open stage rests on, to be sent back with his decision. */
export const seenAt = (at: At, directory: Directory, person: PersonId, rights: Rights, inForce: InForce): Seen => {
  const capacity = acting(at, directory, person, rights);
  return inForceOf(at, 'by' in capacity ? capacity : undefined, rights, inForce);
};

/** Why a decision is not taken: something is not any more what the decider had before him. What he does not name is not asked. */
export const whyUnseen = (data: CommandData<'Decide'>, at: At, by: Capacity): Rejection | undefined => {
  const { seen } = data;
  if (!seen) return undefined;
  const now = inForceOf(at, by, data, data);
  const changed = parts.filter((part) => seen[part] !== undefined && seen[part] !== now[part]);
  return changed.length === 0
    ? undefined
    : reject('workflow.seen-changed', 'What was decided on has changed since it was seen.', {
        stage: data.stage,
        changed,
        changedId: changed.map((part) => texts[`workflow.seen.${part}`].id).join(', '),
        changedEn: changed.map((part) => texts[`workflow.seen.${part}`].en).join(', '),
        now: Object.fromEntries(changed.map((part) => [part, now[part] ?? null])),
      });
};

const inForceOf = (
  { state }: At,
  capacity: Capacity | undefined,
  { authority, calendar }: Rights,
  { dossierHash, rules }: InForce,
): Seen => {
  const row =
    capacity && authority && capacity.authorityRow !== undefined
      ? authority.rows.find(({ id }) => id === capacity.authorityRow)
      : undefined;
  return {
    dossier: dossierHash,
    definition: state.definitionHash,
    ...(rules !== undefined && { rules }),
    calendar: calendar.version,
    ...(row && { authority: row.hash }),
  };
};
