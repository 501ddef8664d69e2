import type { Party } from './events.js';

export type Reminder = Readonly<{
  /** Its texts are in the catalogue under `obligation-<code>`. */
  code: string;
  to: Party;
  /** So many days, or working days, from the due day; negative: before it. */
  from: Readonly<{ days: number }> | Readonly<{ workingDays: number }>;
}>;

/** Who is told what while an obligation is open. To add a reminder, add a row and its texts. */
export const reminders: readonly Reminder[] = [
  { code: 'due-in-a-week', to: 'owner', from: { days: -7 } },
  { code: 'due-tomorrow', to: 'owner', from: { days: -1 } },
  { code: 'overdue', to: 'owner', from: { days: 1 } },
  { code: 'escalated', to: 'superior', from: { workingDays: 3 } },
];
