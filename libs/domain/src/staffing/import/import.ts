import type { Decider, Message } from '@app/decider';
import type { Counts, ImportEvent } from './events.js';

export type ImportCommand =
  | Message<'AcceptImport', { fileHash: string; rows: Counts; by: string; at: string }>
  | Message<'CompleteImport', { fileHash: string; run: number; changes: number; at: string }>;

export type ImportState =
  | Readonly<{ status: 'unknown' }>
  | Readonly<{ status: 'accepted'; run: number; rows: Counts; by: string; at: string }>
  | Readonly<{ status: 'completed'; run: number; rows: Counts; changes: number }>;

/** One file. It is accepted once at a time; after its completion the same file may be taken again. */
export const importFile: Decider<ImportCommand, ImportEvent, ImportState> = {
  initial: { status: 'unknown' },

  decide: ({ type, data }, state) => {
    switch (type) {
      case 'AcceptImport': {
        if (state.status === 'accepted') return [];
        return [{ type: 'ImportAccepted', data: { ...data, run: state.status === 'completed' ? state.run + 1 : 1 } }];
      }
      case 'CompleteImport':
        if (state.status !== 'accepted' || state.run !== data.run) return [];
        return [{ type: 'ImportCompleted', data: { ...data, rows: state.rows } }];
    }
  },

  evolve: (_, { type, data }) => {
    switch (type) {
      case 'ImportAccepted':
        return { status: 'accepted', run: data.run, rows: data.rows, by: data.by, at: data.at };
      case 'ImportCompleted':
        return { status: 'completed', run: data.run, rows: data.rows, changes: data.changes };
    }
  },
};
