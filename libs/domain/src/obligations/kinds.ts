import type { ObligationKind } from './events.js';

/** Those of a case whom an obligation may fall to. */
export type Concerned = Readonly<{ employeeId: string; toAgency: string }>;

type Kind = Readonly<{
  /** The office that owes it, and the one that is told when it is overdue. Either may fulfil it. */
  owner: (concerned: Concerned) => string;
  superior: (concerned: Concerned) => string;
  /** Whether the person it is about may fulfil it himself. Nobody evaluates himself. */
  bySubject: boolean;
  /** One obligation for each; months after the effective date. */
  steps: readonly Readonly<{ code: string; months: number }>[];
}>;

const headOf = ({ toAgency }: Concerned) => `head:${toAgency}`;

/**
 * What is owed after a transfer. To add a kind, add a row, its event kind and its texts; to add a step, a step and its texts.
 *
 * The months are those of `deadlines.json`: `post_move_eval` and `training_followup` (recalled practice, no statute).
 */
export const kinds: Readonly<Record<ObligationKind, Kind>> = {
  evaluation: {
    owner: headOf,
    superior: () => 'secretary',
    bySubject: false,
    steps: [
      { code: 'evaluation-3m', months: 3 },
      { code: 'evaluation-6m', months: 6 },
      { code: 'evaluation-12m', months: 12 },
    ],
  },
  training: {
    owner: ({ employeeId }) => `person:${employeeId}`,
    superior: headOf,
    bySubject: true,
    steps: [
      { code: 'training-1m', months: 1 },
      { code: 'training-3m', months: 3 },
      { code: 'training-6m', months: 6 },
    ],
  },
};
