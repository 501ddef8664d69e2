import type { Decider, Message } from '@app/decider';
import type { UnitEvent, UnitKind } from './events.js';
import { reject } from './rejections.js';

type Unit = Readonly<{ id: string; code: string; name: string; parent: string | null; agency: string; kind: UnitKind }>;

export type UnitCommand = Message<'EstablishUnit', Unit & { at: string }> | Message<'RenameUnit', { name: string; at: string }>;

export type UnitState = Readonly<{ status: 'absent' }> | (Readonly<{ status: 'established' }> & Unit);

/** An agency (OPD) of the regency or a unit of one. Its place in the tree is fixed; only its name changes. */
export const unit: Decider<UnitCommand, UnitEvent, UnitState> = {
  initial: { status: 'absent' },

  decide: ({ type, data }, state) => {
    switch (type) {
      case 'EstablishUnit':
        if (state.status === 'absent') return [{ type: 'UnitEstablished', data }];
        if (state.parent !== data.parent || state.agency !== data.agency || state.kind !== data.kind)
          return reject('staffing.exists-otherwise', 'This unit stands elsewhere in the tree.', { code: state.code });
        return renamed(state, data.name, data.at);
      case 'RenameUnit':
        if (state.status === 'absent') return reject('staffing.unknown-unit', 'There is no such unit.');
        return renamed(state, data.name, data.at);
    }
  },

  evolve: (state, { type, data }) => {
    switch (type) {
      case 'UnitEstablished': {
        const { id, code, name, parent, agency, kind } = data;
        return { status: 'established', id, code, name, parent, agency, kind };
      }
      case 'UnitRenamed':
        return state.status === 'absent' ? state : { ...state, name: data.name };
    }
  },
};

const renamed = (state: Unit, name: string, at: string): readonly UnitEvent[] =>
  state.name === name ? [] : [{ type: 'UnitRenamed', data: { id: state.id, name, at } }];
