import type { EmploymentStatus } from '../events.js';

/** Whoever is of these holds no post any more. */
export const GONE: Readonly<Partial<Record<EmploymentStatus, 'retired' | 'ended'>>> = {
  retired: 'retired',
  dismissed: 'ended',
  deceased: 'ended',
  moved_out: 'ended',
};
