import type { Definition, Directory, Role } from '@app/workflow';

/** The person a simulated case is about. */
export const SUBJECT = 'subject';

/** The roles that are the subject himself. */
const own = new Set<Role>(['EMPLOYEE', 'SUBJECT']);

/** Every role that a definition names, with the seats it needs: one, or as many as a panel has. */
export const seatsOf = ({ initiators, cancelledBy = [], stages }: Definition): ReadonlyMap<Role, number> => {
  const seats = new Map<Role, number>([...initiators, ...cancelledBy].map((role) => [role, 1]));
  const seat = (role: Role, count: number) => seats.set(role, Math.max(seats.get(role) ?? 0, count));
  for (const stage of stages) {
    seat(stage.actor, stage.kind === 'panel' ? stage.size : 1);
    if (stage.kind === 'signoff') for (const { role } of stage.groups) seat(role, 1);
    if (stage.vacancy) seat(stage.vacancy.policy === 'wait' ? stage.vacancy.alert : stage.vacancy.role, 1);
  }
  return seats;
};

/** A cast in which everybody holds one office, and nobody has two. */
export const directoryOf = (definition: Definition, holders: Readonly<Record<Role, number>>): Directory =>
  Object.fromEntries(
    [...seatsOf(definition)].map(([role, seats]) => {
      const count = holders[role] ?? seats;
      const nameOf = (seat: number) => (own.has(role) ? SUBJECT : `${role}-${seat}`);
      const people = own.has(role) ? Math.min(count, 1) : count;
      return [
        role,
        Array.from({ length: people }, (_, seat) => ({
          office: role.toLowerCase(),
          person: nameOf(seat + 1),
          kind: 'definitive' as const,
        })),
      ];
    }),
  );
