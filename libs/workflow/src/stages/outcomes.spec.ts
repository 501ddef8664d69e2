import type { PanelStage, StageDefinition } from '../definition.js';
import type { Vote } from '../state.js';
import { at, final, hearing, heads, machine, panel } from '../testing.js';
import { kindOf } from './index.js';

type Cast = Pick<Vote, 'verdict' | 'chair' | 'veto'>;
const text = { id: 'x', en: 'x' };
const voteOf = (cast: Cast, index = 0): Vote => ({
  ...cast,
  by: { by: `t${index}`, role: 'TPK_MEMBER', office: 'tpk', kind: 'definitive' },
  reason: 'x',
  dossierHash: 'd1',
  at,
});
const [yes, no]: readonly [Cast, Cast] = [{ verdict: 'approve' }, { verdict: 'reject' }];

/** What is counted once everybody has voted. */
const finalOf = ({ rule, vetoBy }: PanelStage, votes: readonly Cast[]): 'passed' | 'failed' => {
  const against = votes.filter(({ verdict }) => verdict !== 'approve');
  const majority = () => {
    const difference = votes.length - 2 * against.length;
    if (difference !== 0) return difference > 0 ? 'passed' : 'failed';
    return votes.some(({ chair, verdict }) => chair && verdict === 'approve') ? 'passed' : 'failed';
  };
  if (rule === 'majority') return majority();
  if (rule === 'veto' && vetoBy !== undefined) return against.some(({ veto }) => veto) ? 'failed' : majority();
  return against.length === 0 ? 'passed' : 'failed';
};

/** Every way in which the seats that are out may vote. The chair and whoever may veto have a seat each, which may be one. */
const endings = (stage: PanelStage, cast: readonly Cast[], seats: number): readonly (readonly Cast[])[] => {
  if (cast.length >= seats) return [cast];
  const chairs = stage.chair !== undefined && !cast.some(({ chair }) => chair) ? [undefined, true] : [undefined];
  const vetoes = stage.vetoBy !== undefined && !cast.some(({ veto }) => veto) ? [undefined, true] : [undefined];
  return [yes, no].flatMap((vote) =>
    chairs.flatMap((chair) =>
      vetoes.flatMap((veto) => endings(stage, [...cast, { ...vote, ...(chair && { chair }), ...(veto && { veto }) }], seats)),
    ),
  );
};

const stagesOf = (size: number, quorum: number): readonly PanelStage[] => [
  { ...panel, size, quorum, rule: 'majority' },
  { ...panel, size, quorum, rule: 'majority', chair: 'HEAD' },
  { ...panel, size, quorum, rule: 'unanimous' },
  { ...panel, size, quorum, rule: 'veto' },
  { ...panel, size, quorum, rule: 'veto', vetoBy: 'HEAD' },
  { ...panel, size, quorum, rule: 'veto', vetoBy: 'HEAD', chair: 'HEAD' },
];
const outcomeOf = (stage: StageDefinition, votes: readonly Cast[], late = false, recused = 0) =>
  kindOf(stage).outcome(stage, votes.map(voteOf), late, { recused, out: 0 });
const atDeadline = (stage: StageDefinition, votes: readonly Cast[]) =>
  kindOf(stage).atDeadline(stage, votes.map(voteOf), { recused: 0, out: 0 });

/** Some of the votes of every ending. */
const beginnings = (stage: PanelStage): readonly (readonly Cast[])[] =>
  Array.from({ length: stage.size + 1 }, (_, seats) => endings(stage, [], seats)).flat();

describe.each([
  [4, 2],
  [3, 3],
])('a panel of %i with a quorum of %i', (size, quorum) => {
  it.each(stagesOf(size, quorum).map((stage) => [`${stage.rule} ${stage.chair ?? ''} ${stage.vetoBy ?? ''}`, stage] as const))(
    'by %s: closes as soon as its quorum is met and no vote that is out can change the result, and no sooner',
    (_, stage) => {
      for (const recused of [0, 1])
        for (const cast of beginnings(stage)) {
          const seats = size - recused;
          if (cast.length > seats) continue;
          const vetoed = stage.rule === 'veto' && finalOf({ ...stage, rule: 'veto' }, cast) === 'failed';
          const stopped =
            vetoed && cast.some(({ verdict, veto }) => verdict === 'reject' && (stage.vetoBy === undefined || veto));
          const results = new Set(endings(stage, cast, seats).map((votes) => finalOf(stage, votes)));
          const [result] = results;
          const expected = stopped ? 'failed' : cast.length >= quorum && results.size === 1 ? result : 'open';
          expect([cast, outcomeOf(stage, cast, false, recused)]).toEqual([cast, expected]);
        }
    },
  );

  it.each(stagesOf(size, quorum).map((stage) => [`${stage.rule} ${stage.chair ?? ''} ${stage.vetoBy ?? ''}`, stage] as const))(
    'by %s: counts at its deadline what was cast, where its quorum is met and it closes then',
    (_, stage) => {
      for (const cast of beginnings(stage)) {
        const counted = cast.length >= quorum ? finalOf(stage, cast) : 'open';
        const { deadline: __, ...unbounded } = stage;
        const waits: PanelStage = { ...stage, deadline: { ...panel.deadline, onPassed: 'wait' } };
        if (outcomeOf(stage, cast) !== 'failed') expect([cast, atDeadline(stage, cast)]).toEqual([cast, counted]);
        expect(atDeadline(waits, cast)).toBe('open');
        expect(atDeadline(unbounded, cast)).toBe('open');
        expect(outcomeOf(waits, cast, true)).toBe(outcomeOf(waits, cast));
        expect(outcomeOf(unbounded, cast, true)).toBe(outcomeOf(unbounded, cast));
        // A vote that is late is counted with those before it.
        const stopped = outcomeOf(stage, cast) === 'failed' && cast.length < quorum;
        if (!stopped && outcomeOf(stage, cast) === 'open') expect([cast, outcomeOf(stage, cast, true)]).toEqual([cast, counted]);
      }
    },
  );
});

describe('a stage about which nobody has said anything', () => {
  const signing: StageDefinition = {
    ...{ kind: 'signoff', key: 's', title: text, actor: 'LEGAL', verbs: {} },
    groups: [{ role: 'LEGAL', title: text }],
  };
  const note: StageDefinition = { kind: 'acknowledgement', key: 'n', title: text, actor: 'HEAD', verbs: {} };
  const outside: StageDefinition = { kind: 'external', key: 'o', title: text, actor: 'HEAD', verbs: {}, from: text };
  const silence = { ...hearing.deadline, onPassed: 'silence' } as const;

  it.each<[string, StageDefinition, string]>([
    ['an approval', heads, 'open'],
    ['an approval of which silence is taken', { ...final, deadline: silence }, 'open'],
    ['a hearing', hearing, 'silent'],
    ['a hearing that waits', { ...hearing, deadline: { ...silence, onPassed: 'wait' } }, 'open'],
    ['a hearing without an end', { ...hearing, deadline: undefined }, 'open'],
    ['a machine', machine, 'open'],
    ['a panel', panel, 'open'],
    ['a sign-off', { ...signing, deadline: silence }, 'open'],
    ['a note', note, 'open'],
    ['a note that is passed in silence', { ...note, deadline: silence }, 'silent'],
    ['a note that waits', { ...note, deadline: { ...silence, onPassed: 'wait' } }, 'open'],
    ['an answer from outside', { ...outside, deadline: silence }, 'open'],
  ])('is open, and at its deadline %s is so as well or is passed in silence', (_, stage, late) => {
    expect(outcomeOf(stage, [])).toBe('open');
    expect(atDeadline(stage, [])).toBe(late);
  });
});
