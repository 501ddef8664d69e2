import type { WorkflowCommand } from '../commands.js';
import type { Definition, StageDefinition } from '../definition.js';
import {
  calendar,
  deciding,
  definitionOf,
  final,
  heads,
  hearing,
  historyOf,
  machine,
  panel,
  passing,
  starting,
  submitting,
  withdrawing,
} from '../testing.js';
import { backTest } from './back-test.js';

const on = (day: string) => `2026-03-${day}T03:00:00.000Z`;
const stages = [heads, hearing, panel, final];
const approved: readonly WorkflowCommand[] = [
  starting(definitionOf(stages)),
  submitting(),
  deciding('heads', 'dest', 'approve', { at: on('03') }),
  deciding('hearing', 'asn', 'approve', { at: on('04') }),
  deciding('panel', 't1', 'approve', { at: on('05') }),
  deciding('panel', 't2', 'approve', { at: on('05') }),
  deciding('panel', 't3', 'approve', { at: on('06') }),
  deciding('final', 'regent', 'approve', { at: on('09') }),
];
const against = (draft: readonly StageDefinition[], more: Partial<Definition> = {}, commands = approved) => {
  const found = backTest(definitionOf(draft, { version: 2, ...more }), historyOf(...commands), calendar);
  if (!found) throw new Error('nothing to test on');
  return found;
};

describe('a draft on the record of a case', () => {
  it('differs in nothing where it says the same', () =>
    expect(against(stages)).toMatchObject({
      was: { path: ['heads', 'hearing', 'panel', 'final'], workingDays: 5, outcome: 'approved' },
      differs: [],
      assumed: [],
      refused: [],
    }));
  it('is shorter without a stage', () =>
    expect(against([heads, panel, final])).toMatchObject({
      wouldBe: { path: ['heads', 'panel', 'final'], outcome: 'approved' },
      differs: expect.arrayContaining(['path', 'people']),
    }));
  it('assumes an approval in time at a stage of which the record says nothing', () => {
    const tested = against([{ ...heads, key: 'legal', actor: 'AUDITOR' }, ...stages]);
    expect(tested).toMatchObject({ assumed: ['legal'], wouldBe: { outcome: 'approved' } });
    expect(tested.wouldBe.workingDays).toBeGreaterThan(tested.was.workingDays);
  });
  it('takes a stage of another name for the same where role and kind are the same', () =>
    expect(against([{ ...heads, key: 'chiefs' }, hearing, panel, final])).toMatchObject({
      assumed: [],
      differs: ['path'],
    }));
  it('would still wait where a larger quorum was not met', () =>
    expect(
      against([heads, hearing, { ...panel, quorum: 5, deadline: { ...panel.deadline, onPassed: 'wait' } }, final]),
    ).toMatchObject({
      wouldBe: { outcome: 'open' },
      differs: expect.arrayContaining(['outcome']),
    }));
  it('names whom a stricter rule would have barred', () => {
    const twice = approved.map((command) =>
      command.type === 'Decide' && command.data.stage === 'final'
        ? deciding('final', 'dest', 'approve', {
            at: on('09'),
            directory: { ...command.data.directory, REGENT: command.data.directory['DEST_HEAD'] ?? [] },
          })
        : command,
    );
    const [first, ...rest] = twice;
    const lax = first?.type === 'StartCase' ? [starting(definitionOf(stages, { fourEyes: [] })), ...rest] : twice;
    expect(against(stages, { fourEyes: [['heads', 'final']] }, lax).refused).toEqual([
      { stage: 'final', person: 'dest', code: 'workflow.four-eyes' },
    ]);
    expect(against(stages, { fourEyes: [['heads', 'final']] }, lax)).toMatchObject({
      assumed: ['final'],
      wouldBe: { outcome: 'approved' },
    });
  });
  it('runs stages beside each other in less time', () => {
    const groups = [{ key: 'g', title: heads.title, join: 'all' as const }];
    const tested = against([{ ...heads, group: 'g' }, { ...hearing, group: 'g' }, panel, final], { groups });
    expect(tested.wouldBe.outcome).toBe('approved');
    expect(tested.wouldBe.workingDays).toBeLessThan(tested.was.workingDays);
  });
  it('repeats a return and its repair', () => {
    const returned: readonly WorkflowCommand[] = [
      starting(definitionOf([heads, final])),
      submitting(),
      deciding('heads', 'dest', 'return', { at: on('03') }),
      submitting('origin', { at: on('05') }),
      deciding('heads', 'dest', 'approve', { at: on('06') }),
      deciding('final', 'regent', 'reject', { at: on('09') }),
    ];
    expect(against([heads, final], {}, returned)).toMatchObject({
      was: { path: ['heads', 'heads (2)', 'final (2)'], outcome: 'rejected' },
      differs: [],
    });
  });
  it('hears silence as it was', () => {
    const silent = [
      starting(definitionOf([hearing, final])),
      submitting(),
      passing('hearing', on('10')),
      deciding('final', 'regent', 'approve', { at: on('11') }),
    ];
    expect(against([hearing, final], {}, silent)).toMatchObject({
      wouldBe: { outcome: 'approved' },
      differs: expect.not.arrayContaining(['path', 'outcome', 'people']),
    });
  });
  it('ends where the case was taken back', () => {
    const withdrawn = [starting(definitionOf(stages)), submitting(), withdrawing('origin', { at: on('04') })];
    expect(against(stages, {}, withdrawn)).toMatchObject({ was: { outcome: 'withdrawn' }, differs: [] });
  });
  it('asks the machine again with the answer it gave, when it gave it', () => {
    const answered = (outcome: 'passed' | 'failed'): readonly WorkflowCommand[] => [
      starting(definitionOf([machine, final])),
      submitting(),
      { type: 'RecordCheck', data: { ...submitting('system:check').data, at: on('04'), stage: 'machine', outcome, facts: {} } },
      ...(outcome === 'passed' ? [deciding('final', 'regent', 'approve', { at: on('05') })] : []),
    ];
    expect(against([machine, final], {}, answered('passed'))).toMatchObject({
      was: { outcome: 'approved', workingDays: 3 },
      wouldBe: { outcome: 'approved', workingDays: 3 },
      assumed: [],
      differs: [],
    });
    expect(against([machine, final], {}, answered('failed'))).toMatchObject({ wouldBe: { outcome: 'rejected' }, differs: [] });
  });
  it('assumes that a machine of which the record says nothing finds nothing', () =>
    expect(against([machine, ...stages])).toMatchObject({
      wouldBe: { path: ['machine', 'heads', 'hearing', 'panel', 'final'], outcome: 'approved' },
      assumed: ['machine'],
    }));
  it('would wait where a stage lets nobody go on, and says so once', () => {
    const stuck = { ...heads, key: 'legal', actor: 'AUDITOR', verbs: { reject: { reason: 'required' } } } as const;
    expect(against([stuck, ...stages])).toMatchObject({
      wouldBe: { path: ['legal'], outcome: 'open' },
      refused: [{ stage: 'legal', person: 'assumed:AUDITOR:1', code: 'workflow.verb-not-offered' }],
    });
  });
  it('would not have begun where whoever started it could not have, nor been submitted', () => {
    expect(against(stages, { initiators: ['REGENT'] })).toMatchObject({
      wouldBe: { path: [], people: [], workingDays: 0, outcome: 'open' },
    });
    expect(against([{ ...heads, when: 'unheardOf = 1' }, final])).toMatchObject({
      wouldBe: { path: [], workingDays: 0, outcome: 'open' },
    });
  });
  it('assumes of a panel that the record does not know as many seats as it has', () =>
    expect(against([...stages.slice(0, 3), { ...panel, key: 'second' }, final])).toMatchObject({
      assumed: ['second'],
      wouldBe: { outcome: 'approved', people: expect.arrayContaining(['assumed:TPK_MEMBER:1', 'assumed:TPK_MEMBER:3']) },
    }));
  it.each<[string, readonly StageDefinition[]]>([
    ['another office', [{ ...heads, key: 'chiefs', actor: 'AUDITOR' }, hearing, panel, final]],
    ['another kind', [{ ...heads, key: 'chiefs', kind: 'consent' }, hearing, panel, final]],
    ['a stage beside its own', [{ ...heads, key: 'chiefs' }, ...stages]],
  ])('does not take a stage of %s for the same', (_, draft) => expect(against(draft).assumed).toEqual(['chiefs']));
  it('has of two stages beside each other the first to be decided pass, where one is enough', () => {
    const beside = [{ ...hearing, key: 'slow', group: 'g' }, { ...heads, group: 'g' }, final];
    const groups = [{ key: 'g', title: heads.title, join: 'any' as const }];
    const slow = approved.map((command) =>
      command.type === 'Decide' && command.data.stage === 'hearing'
        ? deciding('hearing', 'asn', 'approve', { at: on('06') })
        : command,
    );
    const later = slow.map((command) =>
      command.type === 'Decide' && ['panel', 'final'].includes(command.data.stage)
        ? deciding(command.data.stage, command.data.by, 'approve', { at: on('09') })
        : command,
    );
    expect(against(beside, { groups }, later).wouldBe).toMatchObject({ people: ['dest', 'regent'], outcome: 'approved' });
  });
  it('goes back to an earlier stage as it did, and begins again where it was changed in substance', () => {
    const again = (changed: boolean): readonly WorkflowCommand[] => [
      starting(definitionOf([heads, final])),
      submitting(),
      deciding('heads', 'dest', 'approve', { at: on('03') }),
      deciding('final', 'regent', 'return', { at: on('04') }),
      submitting('origin', { at: on('05'), changed, dossierHash: 'd2' }),
      ...(changed ? [deciding('heads', 'dest', 'approve', { at: on('06') })] : []),
      deciding('final', 'regent', 'approve', { at: on('09') }),
    ];
    for (const changed of [true, false])
      expect(against([heads, final], {}, again(changed))).toMatchObject({ differs: [], refused: [] });
    const back = { ...final, verbs: { ...final.verbs, return: { reason: 'required', to: ['submission', 'mid'] } } } as const;
    const three = [heads, { ...heads, key: 'mid', actor: 'HR_OFFICER' }, back];
    const toMid: readonly WorkflowCommand[] = [
      starting(definitionOf(three)),
      submitting(),
      deciding('heads', 'dest', 'approve', { at: on('03') }),
      deciding('mid', 'officer', 'approve', { at: on('03') }),
      deciding('final', 'regent', 'return', { at: on('04'), to: 'mid' }),
      deciding('mid', 'officer2', 'approve', { at: on('06') }),
      deciding('final', 'regent', 'approve', { at: on('09') }),
    ];
    expect(against(three, {}, toMid)).toMatchObject({
      was: { path: ['heads', 'mid', 'final', 'mid (2)', 'final (2)'] },
      differs: [],
      assumed: [],
    });
  });
  it('is taken back or cancelled when it was, after what had been decided and also where nothing else would have come', () => {
    const begun = (first: StageDefinition) => [
      starting(definitionOf([first, hearing, final])),
      submitting(),
      deciding('heads', 'dest', 'approve', { at: on('03') }),
    ];
    const cancelled = { type: 'Cancel', data: { ...submitting('hrhead').data, at: on('05'), reason: 'x' } } as const;
    for (const end of [withdrawing('origin', { at: on('05') }), cancelled]) {
      expect(against([heads, hearing, final], {}, [...begun(heads), end])).toMatchObject({
        was: { path: ['heads', 'hearing'], workingDays: 3 },
        differs: [],
      });
      const { deadline: _, ...unbounded } = heads;
      expect(against([unbounded, final], {}, [...begun(heads).slice(0, 2), end])).toMatchObject({
        wouldBe: { path: ['heads'], workingDays: 3 },
        differs: [],
      });
    }
  });
  it('repeats what was decided beside each other', () => {
    const groups = [{ key: 'g', title: heads.title, join: 'all' as const }];
    const beside = [{ ...heads, group: 'g' }, { ...hearing, group: 'g' }, final];
    const both = [
      starting(definitionOf(beside, { groups })),
      submitting(),
      deciding('heads', 'dest', 'approve', { at: on('03') }),
      deciding('hearing', 'asn', 'reject', { at: on('04') }),
      deciding('final', 'regent', 'approve', { at: on('09') }),
    ];
    const tested = against(beside, { groups }, both);
    expect(tested).toMatchObject({ differs: [], assumed: [], refused: [] });
    expect(tested.was.people).toEqual(['asn', 'dest', 'regent']);
  });
  it('has somebody assumed decide where the draft names another office, and knows for whom a delegate acted', () => {
    const other = against([{ ...heads, actor: 'AUDITOR' }, hearing, panel, final]);
    expect(other).toMatchObject({ refused: [], wouldBe: { outcome: 'approved' } });
    expect(other.wouldBe.people).toEqual(['asn', 'assumed:AUDITOR:1', 'regent', 't1', 't2', 't3']);
    const lent = { DEST_HEAD: [{ office: 'head:b', person: 'dele', kind: 'delegate', onBehalfOf: 'origin' }] } as const;
    const used = approved.map((command) =>
      command.type === 'Decide' && command.data.stage === 'heads'
        ? deciding('heads', 'dele', 'approve', { at: on('03'), directory: { ...command.data.directory, ...lent } })
        : command,
    );
    const [, ...rest] = used;
    const lax = [starting(definitionOf(stages, { fourEyes: [] })), ...rest];
    expect(against(stages, { fourEyes: [['submission', 'heads']] }, lax).refused).toEqual([
      { stage: 'heads', person: 'dele', code: 'workflow.four-eyes' },
    ]);
  });
  it('counts from the day of the first submission', () => {
    const early = [starting(definitionOf([final]), 'origin', { at: '2026-02-02T03:00:00.000Z' }), submitting()];
    const decided = [...early, deciding('final', 'regent', 'approve', { at: on('04') })];
    expect(against([final], {}, decided)).toMatchObject({ was: { workingDays: 2 }, differs: [] });
  });
  it('does not count what was said after the end', () => {
    const closed = historyOf(...approved);
    const said = { type: 'CommentAdded', data: { text: 'thanks', by: 'asn', at: on('30') } } as const;
    expect(backTest(definitionOf(stages), [...closed, said], calendar)?.was.workingDays).toBe(5);
  });
  it('has the dossier of each round, and nothing to say of one that was never submitted', () => {
    const draft = [starting(definitionOf(stages)), withdrawing('origin')];
    expect(backTest(definitionOf(stages), historyOf(...draft), calendar)).toBeUndefined();
  });
  it('has nothing to say of a case that goes on', () =>
    expect(backTest(definitionOf(stages), historyOf(...approved.slice(0, 4)), calendar)).toBeUndefined());
});
