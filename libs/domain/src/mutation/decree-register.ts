import type { Decider, Message } from '@app/decider';
import type { RegisterEvent } from './events.js';

export type RegisterCommand =
  | Message<'IssueNumber', { caseId: string; year: number; unitCode: string; at: string }>
  /** A number of a decree that came to nothing stays void: it is never given again, and is shown. */
  | Message<'VoidNumber', { caseId: string; because: string; at: string }>;

export type Issued = Readonly<{ serial: number; number: string; void: boolean }>;
export type RegisterState = Readonly<{ last: number; byCase: Readonly<Record<string, Issued>> }>;

/** The classification of transfers in Permendagri 83/2022. */
const classification = '800.1.3.3';

/** `800.1.3.3/048/BKPSDM/2026`. */
export const numberOf = (serial: number, unitCode: string, year: number): string =>
  `${classification}/${String(serial).padStart(3, '0')}/${unitCode}/${year}`;

/** Numbers of a register and year, without gaps or reuse. A case asking again gets the number it has. */
export const decreeRegister: Decider<RegisterCommand, RegisterEvent, RegisterState> = {
  initial: { last: 0, byCase: {} },
  decide: ({ type, data }, { last, byCase }) => {
    const known = byCase[data.caseId];
    switch (type) {
      case 'IssueNumber': {
        if (known) return [];
        const serial = last + 1;
        const { caseId, unitCode, year, at } = data;
        return [{ type: 'DecreeNumberIssued', data: { serial, number: numberOf(serial, unitCode, year), caseId, at } }];
      }
      case 'VoidNumber':
        return known && !known.void ? [{ type: 'DecreeNumberVoided', data: { serial: known.serial, ...data } }] : [];
    }
  },
  evolve: ({ last, byCase }, { type, data }) => {
    switch (type) {
      case 'DecreeNumberIssued':
        return {
          last: data.serial,
          byCase: { ...byCase, [data.caseId]: { serial: data.serial, number: data.number, void: false } },
        };
      case 'DecreeNumberVoided': {
        const known = byCase[data.caseId];
        return known ? { last, byCase: { ...byCase, [data.caseId]: { ...known, void: true } } } : { last, byCase };
      }
    }
  },
};
