import { type Decider, type Decision, type Message, type Rejection, rejections } from '@app/decider';
import type { ReviewEvent } from './events.js';

type Opened = Extract<ReviewEvent, { type: 'ReviewOpened' }>['data'];

/** Who reviews, in which offices, and of which agencies, on the day of the command. */
type Reviewer = Readonly<{ by: string; offices: readonly string[]; agencies: readonly string[]; at: string }>;

export type ReviewCommand =
  | Message<'OpenReview', Opened>
  /** `people`: the auditors of that day. */
  | Message<'RemindReview', { people: readonly string[]; at: string }>
  | Message<'CloseReview', Reviewer & { outcome: 'clean' | 'finding'; note: string }>
  | Message<'FollowUpFinding', Reviewer & { note: string }>
  | Message<'CloseFinding', Reviewer & { note: string }>;

type State<Status extends string> = Readonly<{ status: Status; review: Opened; told: readonly string[] }>;

export type ReviewState =
  Readonly<{ status: 'absent' }> | State<'open'> | State<'clean'> | State<'finding'> | State<'followed_up'> | State<'closed'>;

/** The office that reviews. */
const AUDITOR = 'auditor';

const reject = rejections({
  'audit.unknown': 'missing',
  'audit.not-auditor': 'forbidden',
  'audit.own-unit': 'forbidden',
  'audit.note-missing': 'invalid',
  'audit.closed': 'conflict',
  'audit.no-finding': 'conflict',
  'audit.no-follow-up': 'conflict',
});

/** The review of one decision: clean, or a finding that is followed up and then closed. */
export const review: Decider<ReviewCommand, ReviewEvent, ReviewState> = {
  initial: { status: 'absent' },

  decide: (command, state) => {
    if (command.type === 'OpenReview') return state.status === 'absent' ? [{ type: 'ReviewOpened', data: command.data }] : [];
    if (command.type === 'RemindReview') return state.status === 'open' ? remind(command.data, state) : [];
    if (state.status === 'absent') return reject('audit.unknown', 'There is no such review.');
    const { id } = state.review;
    switch (command.type) {
      case 'CloseReview':
        return refusal(command.data, state.review) ?? close(command.data, state);
      case 'FollowUpFinding': {
        // Whom the finding concerns answers it; the inspectorate may write down what it was told.
        const concerned = command.data.offices.includes(state.review.office);
        const refused = concerned ? missingNote(command.data.note) : refusal(command.data, state.review, true);
        if (refused) return refused;
        if (state.status !== 'finding' && state.status !== 'followed_up')
          return reject('audit.no-finding', 'There is no open finding.', { status: state.status });
        return [
          { type: 'FindingFollowedUp', data: { id, note: command.data.note.trim(), by: command.data.by, at: command.data.at } },
        ];
      }
      case 'CloseFinding': {
        const refused = refusal(command.data, state.review, true);
        if (refused) return refused;
        if (state.status === 'finding') return reject('audit.no-follow-up', 'The finding has not been followed up.');
        if (state.status !== 'followed_up')
          return reject('audit.no-finding', 'There is no open finding.', { status: state.status });
        return [
          { type: 'FindingClosed', data: { id, note: command.data.note.trim(), by: command.data.by, at: command.data.at } },
        ];
      }
    }
  },

  evolve: (state, { type, data }) => {
    if (type === 'ReviewOpened') return { status: 'open', review: data, told: [] };
    if (state.status === 'absent') return state;
    switch (type) {
      case 'ReviewReminderFellDue':
        return { ...state, told: [...state.told, data.code, ...data.supersedes] };
      case 'ReviewClosed':
        return { ...state, status: data.outcome };
      case 'FindingFollowedUp':
        return { ...state, status: 'followed_up' };
      case 'FindingClosed':
        return { ...state, status: 'closed' };
    }
  },
};

/** Why somebody may not review a decision; nothing where he may. */
export const whyNotReview = (
  { by, offices, agencies }: Omit<Reviewer, 'at'>,
  { agency, decidedBy }: Readonly<{ agency: string | null; decidedBy: string }>,
): Rejection | undefined => {
  if (!offices.includes(AUDITOR)) return reject('audit.not-auditor', 'Only the inspectorate reviews.');
  const own = by === decidedBy || (agency !== null && agencies.includes(agency));
  return own ? reject('audit.own-unit', 'Nobody reviews his own unit.', { agency }) : undefined;
};

const refusal = (data: Reviewer & Readonly<{ note: string }>, reviewed: Opened, noteNeeded = false): Rejection | undefined =>
  whyNotReview(data, reviewed) ?? (noteNeeded ? missingNote(data.note) : undefined);

const missingNote = (note: string): Rejection | undefined =>
  note.trim() === '' ? reject('audit.note-missing', 'This takes a note.') : undefined;

const close = (
  { outcome, note, by, at }: Extract<ReviewCommand, { type: 'CloseReview' }>['data'],
  state: Exclude<ReviewState, { status: 'absent' }>,
): Decision<ReviewEvent> => {
  if (state.status !== 'open') return reject('audit.closed', 'It has been reviewed.', { status: state.status });
  const refused = outcome === 'finding' ? missingNote(note) : undefined;
  return refused ?? [{ type: 'ReviewClosed', data: { id: state.review.id, outcome, note: note.trim(), by, at } }];
};

/** The latest reminder that has fallen due is the one that is sent. */
const remind = (
  { people, at }: Extract<ReviewCommand, { type: 'RemindReview' }>['data'],
  { review: { id, dueOn, reminders }, told }: State<'open'>,
): readonly ReviewEvent[] => {
  const due = reminders.filter((reminder) => reminder.at <= at && !told.includes(reminder.code));
  const latest = [...due].sort((a, b) => a.at.localeCompare(b.at)).at(-1);
  if (!latest) return [];
  const supersedes = due.filter(({ code }) => code !== latest.code).map(({ code }) => code);
  return [{ type: 'ReviewReminderFellDue', data: { id, code: latest.code, people, supersedes, dueOn, at } }];
};
