import { scenariosOf } from '@app/decider/testing';
import type { Calendar } from '@app/workflow';
import type { ReviewEvent } from './events.js';
import { review, type ReviewCommand } from './review.js';
import { reviewOf } from './reviews.js';

const given = scenariosOf(review);
const calendar: Calendar = { version: 'test', zone: 'Asia/Jakarta', weekend: [6, 7], holidays: [] };
const at = '2026-03-02T02:00:00.000Z';
const open = reviewOf(
  {
    caseId: 'case-1',
    subject: 'ani',
    decision: 'event-1',
    stage: 'acceptance',
    round: 1,
    verdict: 'approve',
    decidedBy: 'budi',
    office: 'head:dinkes',
    agency: 'dinkes',
    decidedAt: at,
  },
  calendar,
  at,
);
const opened: ReviewEvent = { type: 'ReviewOpened', data: open.data };
const { id } = open.data;
const auditor = { by: 'citra', offices: ['person:citra', 'auditor'], agencies: ['inspektorat'], at };
const close = (outcome: 'clean' | 'finding', note = '', who = auditor): ReviewCommand => ({
  type: 'CloseReview',
  data: { ...who, outcome, note },
});
const closed = (outcome: 'clean' | 'finding'): ReviewEvent => ({
  type: 'ReviewClosed',
  data: { id, outcome, note: outcome === 'finding' ? 'no letter' : '', by: 'citra', at },
});
const followedUp: ReviewEvent = { type: 'FindingFollowedUp', data: { id, note: 'letter attached', by: 'budi', at } };
const followUp = (who = auditor): ReviewCommand => ({ type: 'FollowUpFinding', data: { ...who, note: 'letter attached' } });
const closeFinding = (note = 'seen'): ReviewCommand => ({ type: 'CloseFinding', data: { ...auditor, note } });

describe('the review of a decision', () => {
  it('is opened once, and due after five working days', () => {
    given().when(open).then(opened);
    given(opened).when(open).thenNothing();
    expect(open.data).toMatchObject({ dueOn: '2026-03-09', dueAt: '2026-03-09T16:59:59.999Z' });
  });

  it('is closed as clean, or as a finding with a note', () => {
    given(opened).when(close('clean')).then(closed('clean'));
    given(opened).when(close('finding', 'no letter')).then(closed('finding'));
    given(opened).when(close('finding', ' ')).thenRejected('audit.note-missing');
    given(opened, closed('clean')).when(close('finding', 'no letter')).thenRejected('audit.closed');
  });

  it('is for the inspectorate alone, and for nobody of the reviewed unit', () => {
    given(opened)
      .when(close('clean', '', { ...auditor, offices: ['head:x'] }))
      .thenRejected('audit.not-auditor');
    given(opened)
      .when(close('clean', '', { ...auditor, agencies: ['dinkes'] }))
      .thenRejected('audit.own-unit');
    given(opened)
      .when(close('clean', '', { ...auditor, by: 'budi' }))
      .thenRejected('audit.own-unit');
  });

  it('leads from a finding over its follow-up, by the office concerned or the inspectorate, to its closing', () => {
    const head = { by: 'budi', offices: ['head:dinkes'], agencies: ['dinkes'], at };
    given(opened, closed('finding')).when(followUp(head)).then(followedUp);
    given(opened, closed('finding')).when(followUp()).thenTypes('FindingFollowedUp');
    given(opened, closed('finding'))
      .when(followUp({ ...head, offices: ['head:other'] }))
      .thenRejected('audit.not-auditor');
    given(opened, closed('finding')).when(closeFinding()).thenRejected('audit.no-follow-up');
    given(opened, closed('finding'), followedUp).when(closeFinding()).thenTypes('FindingClosed');
    given(opened, closed('finding'), followedUp).when(closeFinding('')).thenRejected('audit.note-missing');
    given(opened, closed('clean')).when(followUp(head)).thenRejected('audit.no-finding');
  });

  it('reminds the auditors once after a jump of the clock, and never once closed', () => {
    const remind: ReviewCommand = { type: 'RemindReview', data: { people: ['citra'], at: '2026-03-20T02:00:00.000Z' } };
    given(opened)
      .when(remind)
      .then({
        type: 'ReviewReminderFellDue',
        data: {
          id,
          code: 'after-1',
          people: ['citra'],
          supersedes: ['before-1'],
          dueOn: '2026-03-09',
          at: '2026-03-20T02:00:00.000Z',
        },
      });
    given(opened, closed('clean')).when(remind).thenNothing();
  });

  it('does not exist before it is opened', () => {
    given().when(close('clean')).thenRejected('audit.unknown');
  });
});
