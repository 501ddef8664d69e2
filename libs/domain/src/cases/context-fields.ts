import type { Fields, Role } from '@app/workflow';

/** What conditions may ask of any case, beside its dossier: who started it, and which office each of these roles means in it. */
export const contextFields = (roles: readonly Role[]): Fields => ({
  proposerRole: 'string',
  ownRequest: 'boolean',
  ...Object.fromEntries(roles.map((role) => [`office_${role}`, 'string' as const])),
});
