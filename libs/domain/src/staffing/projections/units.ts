import { projection } from '@app/event-store';
import type { UnitEvent, UnitKind } from '../events.js';

export type UnitRow = Readonly<{ id: string; code: string; name: string; parent: string | null; agency: string; kind: UnitKind }>;

/** The tree of agencies and their units. */
export const units = projection<UnitRow, UnitEvent>({
  name: 'staffing_units',
  version: 1,
  columns: { id: 'text', code: 'text', name: 'text', parent: 'text', agency: 'text', kind: 'text' },
  indexes: [['parent'], ['agency'], ['code']],
  key: ({ data }) => data.id,
  on: {
    UnitEstablished: (_, { data: { id, code, name, parent, agency, kind } }) => ({ id, code, name, parent, agency, kind }),
    UnitRenamed: (row, { data }) => row && { ...row, name: data.name },
  },
});
