import { explain, waitingFor, whoMayAct } from '../index.js';
import {
  after,
  cancelling,
  commenting,
  deciding,
  definitionOf,
  directory,
  final,
  heads,
  passing,
  starting,
  stateAfter,
  submitting,
  withdrawing,
} from '../testing.js';
import { answering, asking, attaching, resuming, suspending } from './testing.js';

const asked = { ...heads, verbs: { ...heads.verbs, ask: {} } } as const;
const open = [starting(definitionOf([asked, final], { suspendedBy: ['SECRETARY'] })), submitting()];
const stopped = [...open, suspending('secretary')];
const returned = [...open, deciding('heads', 'dest', 'return')];
const later = '2026-03-09T03:00:00.000Z';

describe('a case that is suspended', () => {
  it('stands still with all its clocks, and says who can resume it', () => {
    after(...open)
      .when(suspending('secretary'))
      .thenTypes('CaseSuspended', 'ClockPaused');
    after(...returned)
      .when(suspending('secretary'))
      .thenTypes('CaseSuspended', 'ClockPaused');
    expect(whoMayAct(stateAfter(...stopped), directory)).toEqual([]);
    expect(waitingFor(stateAfter(...stopped), directory)).toMatchObject([{ awaited: 'resume', people: ['secretary'] }]);
    after(...stopped)
      .when(passing('heads', '2026-05-01T02:00:00.000Z'))
      .thenNothing();
  });
  it('lets nobody decide, ask, attach or submit', () => {
    after(...stopped)
      .when(deciding('heads', 'dest'))
      .thenRejected('workflow.suspended');
    after(...stopped)
      .when(asking('heads', 'dest'))
      .thenRejected('workflow.suspended');
    after(...stopped)
      .when(attaching('origin'))
      .thenRejected('workflow.suspended');
    after(...returned, suspending('secretary'))
      .when(submitting('origin', { dossierHash: 'd2' }))
      .thenRejected('workflow.suspended');
  });
  it('is resumed where it stood, each stage due later by the days it stood still', () => {
    after(...stopped)
      .when(resuming('secretary', { at: later }))
      .thenTypes('CaseResumed', 'ClockResumed');
    const state = stateAfter(...stopped, resuming('secretary', { at: later }));
    expect(state.status === 'open' && state.open[0]).toMatchObject({
      schedule: { dueOn: '2026-03-12' },
      originalDueOn: '2026-03-05',
    });
    const repair = stateAfter(...returned, suspending('secretary'), resuming('secretary', { at: later }));
    expect(repair.status === 'returned' && repair.repair).toMatchObject({
      schedule: { dueOn: '2026-03-25' },
      originalDueOn: '2026-03-16',
    });
  });
  it('still waits for an answer that was asked for before', () => {
    const both = [...open, asking('heads', 'dest'), suspending('secretary')];
    after(...open, asking('heads', 'dest'))
      .when(suspending('secretary'))
      .thenTypes('CaseSuspended', 'ClockPaused');
    after(...both)
      .when(resuming('secretary', { at: later }))
      .thenTypes('CaseResumed', 'ClockResumed');
    after(...both, resuming('secretary', { at: later }))
      .when(answering('heads', 'origin', { at: later }))
      .thenTypes('InformationAnswered', 'ClockResumed');
  });
  it('may be withdrawn, cancelled or spoken of', () => {
    after(...stopped)
      .when(withdrawing('origin'))
      .thenTypes('CaseClosed');
    after(...stopped)
      .when(cancelling('hrhead'))
      .thenTypes('CaseClosed');
    after(...stopped)
      .when(commenting('dest'))
      .thenTypes('CommentAdded');
    const ended = stateAfter(...stopped, withdrawing('origin'));
    expect(ended.status === 'closed' && ended.suspended).toBeNull();
  });
  it('was suspended by a role that the definition names, or the system, with a reason', () => {
    after(...open)
      .when(suspending('dest'))
      .thenRejected('workflow.may-not-suspend');
    after(...open)
      .when(suspending('system:court'))
      .thenTypes('CaseSuspended', 'ClockPaused');
    after(...open)
      .when(suspending('secretary', { reason: '' }))
      .thenRejected('workflow.reason-missing');
    after(...stopped)
      .when(resuming('dest'))
      .thenRejected('workflow.may-not-suspend');
  });
  it('is suspended once, while it is under way', () => {
    after(...stopped)
      .when(suspending('secretary'))
      .thenRejected('workflow.suspended');
    after(...open)
      .when(resuming('secretary'))
      .thenRejected('workflow.not-suspended');
    after(starting(definitionOf([heads, final], { suspendedBy: ['SECRETARY'] })))
      .when(suspending('secretary'))
      .thenRejected('workflow.not-open');
    after(...open, withdrawing('origin'))
      .when(suspending('secretary'))
      .thenRejected('workflow.closed');
    after(...open, withdrawing('origin'))
      .when(resuming('secretary'))
      .thenRejected('workflow.closed');
    after().when(suspending('secretary')).thenRejected('workflow.absent');
    after().when(resuming('secretary')).thenRejected('workflow.absent');
  });
  it('is explained to whoever looks at the button', () => {
    expect(explain(stateAfter(...open), 'secretary', directory, 'suspend')).toBeUndefined();
    expect(explain(stateAfter(...open), 'dest', directory, 'suspend')?.code).toBe('workflow.may-not-suspend');
    expect(explain(stateAfter(...stopped), 'secretary', directory, 'resume')).toBeUndefined();
    expect(explain(stateAfter(...stopped), 'dest', directory, 'approve')?.code).toBe('workflow.suspended');
    expect(explain(stateAfter(...open), 'hrhead', directory, 'cancel')).toBeUndefined();
    expect(explain(stateAfter(...open), 'dest', directory, 'cancel')?.code).toBe('workflow.may-not-cancel');
  });
});

describe('an attachment', () => {
  it('is put beside a case that is under way, once', () => {
    after(...open)
      .when(attaching('origin'))
      .thenTypes('AttachmentAdded');
    after(...open, attaching('origin'))
      .when(attaching('origin'))
      .thenNothing();
    after(...open, attaching('origin'))
      .when(attaching('origin', 'a1', { sha256: 'cd'.repeat(32) }))
      .thenRejected('workflow.attachment-exists');
  });
  it('has a name, a kind, a size and a checksum', () => {
    for (const more of [
      ...[{ name: ' ' }, { mime: ' ' }, { size: 0 }, { size: -1 }],
      ...[{ sha256: 'xyz' }, { sha256: `x${'ab'.repeat(32)}` }, { sha256: `${'ab'.repeat(32)}x` }, { sha256: 'AB'.repeat(32) }],
    ])
      after(...open)
        .when(attaching('origin', 'a1', more))
        .thenRejected('workflow.attachment-invalid');
    after(...open)
      .when(attaching('origin', ' '))
      .thenRejected('workflow.attachment-invalid');
  });
  it('comes too late after the end', () => {
    after(...open, withdrawing('origin'))
      .when(attaching('origin'))
      .thenRejected('workflow.closed');
    after().when(attaching('origin')).thenRejected('workflow.absent');
    expect(explain(stateAfter(...open), 'origin', directory, 'attach')).toBeUndefined();
  });
  it('is one of two hundred at most', () => {
    const many = Array.from({ length: 200 }, (_, index) => attaching('origin', `a${index}`));
    after(...open, ...many)
      .when(attaching('origin', 'more'))
      .thenRejected('workflow.too-many-attachments');
  });
});
