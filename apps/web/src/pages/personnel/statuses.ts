import type { Employee, StatusChange } from '../../api/model';

export type Status = StatusChange['status'];

export const statuses = [
  'active',
  'suspended',
  'unpaid_leave',
  'retired',
  'dismissed',
  'moved_out',
  'deceased',
] as const satisfies readonly Status[];

/** Who takes one of these leaves his post. */
export const leaving: readonly Status[] = ['retired', 'dismissed', 'moved_out', 'deceased'];

export const statusNamed = (name: Employee['status']): Status => statuses.find((status) => status === name) ?? 'active';
