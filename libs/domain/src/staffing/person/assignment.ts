import type { Decision } from '@app/decider';
import { dayBefore, dayOf } from '../days.js';
import type { PersonEvent } from '../events.js';
import { reject } from '../rejections.js';
import type { PersonCommand, Placement } from './commands.js';
import { GONE } from './gone.js';
import type { Held, Person } from './state.js';

type Data<T extends PersonCommand['type']> = Extract<PersonCommand, { type: T }>['data'];

export const start = (person: Person, { placement, caseId, at }: Data<'StartAssignment'>): Decision<PersonEvent> => {
  if (person.held?.assignment === placement.assignment) return [];
  if (person.held) return reject('staffing.holds-a-post', 'This person holds a post already.', { post: person.held.post });
  if (person.career.status !== 'active')
    return reject('staffing.not-active', 'Only who is in active service takes up a post.', { status: person.career.status });
  return [started(person.id, placement, caseId, at)];
};

export const end = (person: Person, { until, reason, at }: Data<'EndAssignment'>): Decision<PersonEvent> =>
  person.held
    ? [ended(person.id, person.held, until, reason, null, at)]
    : reject('staffing.holds-no-post', 'This person holds no post.');

/** Headcount is conserved: who moves leaves one post and takes up one, or neither. */
export const move = (person: Person, { placement, fromPost, caseId, at }: Data<'MovePerson'>): Decision<PersonEvent> => {
  if (person.movedBy.includes(caseId)) return [];
  const { held } = person;
  if (!held) return reject('staffing.holds-no-post', 'This person holds no post.');
  if (held.post !== fromPost) return reject('staffing.other-post', 'This person holds another post by now.', { post: held.post });
  if (person.career.status !== 'active')
    return reject('staffing.not-active', 'Only who is in active service takes up a post.', { status: person.career.status });
  if (placement.from <= held.from)
    return reject('staffing.move-before-start', 'The move would be before the present post was taken up.', { from: held.from });
  return [ended(person.id, held, dayBefore(placement.from), 'transfer', caseId, at), started(person.id, placement, caseId, at)];
};

/** What a file says of the post held. A file that is older than a move made here does not undo it. */
export const record = (person: Person, placement: Placement | null | undefined, at: string): readonly PersonEvent[] => {
  const { held, id } = person;
  const leaving = GONE[person.career.status];
  if (held && leaving) return [ended(id, held, dayBefore(dayOf(at)), leaving, null, at)];
  if (placement === undefined) return [];
  if (placement === null) return held && held.caseId === null ? [ended(id, held, dayBefore(dayOf(at)), 'ended', null, at)] : [];
  if (!held) return person.career.status === 'active' ? [started(id, placement, null, at)] : [];
  if (held.post === placement.post && held.from === placement.from) return [];
  if (held.caseId !== null && placement.from <= held.from) return [];
  return [ended(id, held, dayBefore(placement.from), 'ended', null, at), started(id, placement, null, at)];
};

export const started = (id: string, placement: Placement, caseId: string | null, at: string): PersonEvent => ({
  type: 'AssignmentStarted',
  data: { id, ...placement, caseId, at },
});

export const ended = (
  id: string,
  { assignment, post }: Held,
  until: string,
  reason: 'transfer' | 'retired' | 'ended',
  caseId: string | null,
  at: string,
): PersonEvent => ({
  type: 'AssignmentEnded',
  data: { id, assignment, post, until, reason, caseId, at },
});
