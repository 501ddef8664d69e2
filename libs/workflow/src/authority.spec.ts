import type { AuthorityMatrix } from './authority-matrix.js';
import type { WorkflowCommand } from './commands.js';
import { explain, seenAt, waitingFor, whoMayAct } from './index.js';
import {
  after,
  at,
  calendar,
  deciding,
  definitionOf,
  directory,
  final,
  heads,
  hearing,
  holds,
  stateAfter,
  starting,
  submitting,
} from './testing.js';

const story = (...before: readonly WorkflowCommand[]) => ({
  when: (command: WorkflowCommand) => {
    const told = after(...before).when(command);
    return {
      ...told,
      /** How it begins. */
      thenMatches: (events: readonly object[]) =>
        expect(told.decision instanceof Error ? told.decision : told.decision.slice(0, events.length)).toMatchObject(events),
      thenRejected: (code: string, facts: object = {}) => {
        told.thenRejected(code);
        expect(told.decision).toMatchObject({ facts });
      },
    };
  },
});

const matrix: AuthorityMatrix = {
  version: 'm-1',
  acts: { heads: 'accept' },
  rows: [
    {
      id: 'own',
      acts: ['propose', 'accept', 'decide', 'state'],
      kinds: ['definitive'],
      from: '2020-01-01',
      until: null,
      basis: 'UU 30/2014 Ps 8',
      hash: 'h-own',
    },
    {
      id: 'plt',
      acts: ['propose', 'accept'],
      kinds: ['acting', 'daily'],
      from: '2021-01-14',
      until: null,
      basis: 'SE BKN 1/SE/I/2021',
      hash: 'h-plt',
    },
    {
      id: 'lent',
      acts: ['accept'],
      kinds: ['delegate'],
      positions: ['AGENCY'],
      from: '2020-01-01',
      until: '2026-03-01',
      basis: 'UU 30/2014 Ps 13',
      hash: 'h-lent',
    },
  ],
};
const now = { authority: matrix };
const rules = { at, calendar, authority: matrix };
const plt = { ...directory, REGENT: [holds('plt', 'regent', { kind: 'acting', letter: 'SP 1' })] };
const begun = [starting(definitionOf([heads, final], { fourEyes: [] })), submitting('origin', now)];
const decided = (by: string, more = {}) => deciding('final', by, 'approve', { ...now, ...more });

describe('the authority matrix', () => {
  it('is asked when it is decided, and its row and law are recorded', () =>
    story(...begun)
      .when(deciding('heads', 'dest', 'approve', now))
      .thenMatches([{ type: 'DecisionMade', data: { by: { by: 'dest', authorityRow: 'own', basis: 'UU 30/2014 Ps 8' } } }]));
  it('lets an acting official propose and accept', () => {
    const acting = { ...directory, ORIGIN_HEAD: [holds('plt', 'head:a', { kind: 'acting', letter: 'SP 1' })] };
    story(starting(definitionOf([heads, final]), 'plt', { directory: acting }))
      .when(submitting('plt', { ...now, directory: acting }))
      .thenMatches([{ type: 'CaseSubmitted', data: { by: { kind: 'acting', letter: 'SP 1', authorityRow: 'plt' } } }]);
  });
  it('does not let him decide', () =>
    story(...begun, deciding('heads', 'dest'))
      .when(decided('plt', { directory: plt }))
      .thenRejected('workflow.authority-denied', { act: 'decide', held: 'acting' }));
  it('is not asked where the tenant has none', () =>
    story(...begun, deciding('heads', 'dest'))
      .when(deciding('final', 'plt', 'approve', { directory: plt }))
      .thenTypes('DecisionMade', 'StageClosed', 'CaseClosed'));
  it('grants nothing outside its days, nor to another kind of position', () => {
    const lent = (position: string) => ({
      ...directory,
      DEST_HEAD: [holds('dele', 'head:b', { kind: 'delegate', onBehalfOf: 'dest', position })],
    });
    story(...begun)
      .when(deciding('heads', 'dele', 'approve', { ...now, directory: lent('AGENCY') }))
      .thenRejected('workflow.authority-denied');
    story(...begun)
      .when(deciding('heads', 'dele', 'approve', { ...now, directory: lent('AGENCY'), at: '2026-02-27T02:00:00.000Z' }))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
    story(...begun)
      .when(deciding('heads', 'dele', 'approve', { ...now, directory: lent('SCHOOL'), at: '2026-02-27T02:00:00.000Z' }))
      .thenRejected('workflow.authority-denied');
  });
  it('chooses among what a person holds the office that gives him the right', () => {
    const both = { ...directory, REGENT: [...plt.REGENT, holds('plt', 'regent')] };
    story(...begun, deciding('heads', 'dest'))
      .when(decided('plt', { directory: both }))
      .thenMatches([{ type: 'DecisionMade', data: { by: { kind: 'definitive' } } }]);
  });
  it('says beforehand who may and why one may not', () => {
    const state = stateAfter(...begun, deciding('heads', 'dest'));
    expect(whoMayAct(state, plt, undefined, rules)).toEqual([]);
    expect(explain(state, 'plt', plt, 'approve', undefined, rules)?.code).toBe('workflow.authority-denied');
    expect(waitingFor(state, plt, rules)).toMatchObject([{ role: 'REGENT', vacant: true, vacancy: { policy: 'wait' } }]);
  });
});

describe('four eyes across a case', () => {
  const once = [starting(definitionOf([heads, hearing, final], { fourEyes: [], oncePerCase: true })), submitting()];
  const heard = [...once, deciding('heads', 'dest'), deciding('hearing', 'asn')];
  it('let one person act once, whatever office he holds by then', () =>
    story(...heard)
      .when(deciding('final', 'dest', 'approve', { directory: { ...directory, REGENT: [holds('dest', 'regent')] } }))
      .thenRejected('workflow.once-per-case', { acted: 'heads' }));
  it('count who proposed', () =>
    story(...heard)
      .when(deciding('final', 'origin', 'approve', { directory: { ...directory, REGENT: [holds('origin', 'regent')] } }))
      .thenRejected('workflow.once-per-case', { acted: 'submission' }));
  it('count who lent his power as well as who used it', () => {
    const lent = { ...directory, DEST_HEAD: [holds('dele', 'head:b', { kind: 'delegate', onBehalfOf: 'regent' })] };
    const used = [...once, deciding('heads', 'dele', 'approve', { directory: lent }), deciding('hearing', 'asn')];
    story(...used)
      .when(deciding('final', 'regent'))
      .thenRejected('workflow.once-per-case', { acted: 'heads' });
    story(...heard)
      .when(
        deciding('final', 'other', 'approve', {
          directory: { ...directory, REGENT: [holds('other', 'regent', { kind: 'delegate', onBehalfOf: 'dest' })] },
        }),
      )
      .thenRejected('workflow.once-per-case');
  });
  it('do not count who is heard, nor the same stage in a later round', () => {
    const returned = [...once, deciding('heads', 'dest', 'return'), submitting()];
    story(...returned)
      .when(deciding('heads', 'dest'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
    const own = [starting(definitionOf([hearing, final], { fourEyes: [], oncePerCase: true }), 'asn'), submitting('asn')];
    story(...own)
      .when(deciding('hearing', 'asn'))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
  });
  it('keep kin out, and whoever acts for kin, but not where somebody is heard', () => {
    const kin = { kin: ['regent'] };
    story(...heard)
      .when(deciding('final', 'regent', 'approve', kin))
      .thenRejected('workflow.kin');
    const lent = { ...directory, REGENT: [holds('dele', 'regent', { kind: 'delegate', onBehalfOf: 'regent' })] };
    story(...heard)
      .when(deciding('final', 'dele', 'approve', { ...kin, directory: lent }))
      .thenRejected('workflow.kin');
    story(...once, deciding('heads', 'dest'))
      .when(deciding('hearing', 'asn', 'approve', { kin: ['asn'] }))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened');
  });
  it('keep a delegate from deciding on the one who lent him the power', () =>
    story(...heard)
      .when(
        deciding('final', 'dele', 'approve', {
          directory: { ...directory, REGENT: [holds('dele', 'regent', { kind: 'delegate', onBehalfOf: 'asn' })] },
        }),
      )
      .thenRejected('workflow.own-case'));
});

describe('a decision', () => {
  const state = stateAfter(...begun);
  const seen = () => {
    if (state.status !== 'open') throw new Error('nothing is open');
    return seenAt({ state, open: state.open[0] }, directory, 'dest', rules, { dossierHash: 'd1', rules: 'r-1' });
  };
  it('records what its decider saw', () => {
    expect(seen()).toEqual({ dossier: 'd1', definition: 'def', rules: 'r-1', calendar: 'test-1', authority: 'h-own' });
    story(...begun)
      .when(deciding('heads', 'dest', 'approve', { ...now, rules: 'r-1', seen: seen() }))
      .thenMatches([{ type: 'DecisionMade', data: { seen: { dossier: 'd1', authority: 'h-own' } } }]);
  });
  it.each([
    ['dossier', { dossierHash: 'd2', rules: 'r-1' }],
    ['rules', { rules: 'r-2' }],
    ['calendar', { rules: 'r-1', calendar: { ...calendar, version: 'test-2' } }],
    ['authority', { rules: 'r-1', authority: { ...matrix, rows: matrix.rows.map((row) => ({ ...row, hash: `${row.hash}*` })) } }],
  ])('is refused, and told why, where the %s has changed since', (part, changed) =>
    story(...begun)
      .when(deciding('heads', 'dest', 'approve', { ...now, ...changed, seen: seen() }))
      .thenRejected('workflow.seen-changed', { changed: [part] }),
  );
  it('is refused with what holds now', () =>
    story(...begun)
      .when(deciding('heads', 'dest', 'approve', { ...now, dossierHash: 'd2', seen: { dossier: 'd1', rules: 'r-1' } }))
      .thenRejected('workflow.seen-changed', { changed: ['dossier', 'rules'], now: { dossier: 'd2', rules: null } }));
  it('is not asked for what nobody looked at', () =>
    story(...begun)
      .when(deciding('heads', 'dest', 'approve', { ...now, dossierHash: 'd2', seen: { definition: 'def' } }))
      .thenTypes('DecisionMade', 'StageClosed', 'StageOpened'));
});
