import type { Calendar, Definition } from '@app/workflow';
import { randomContext } from './random-context.js';
import { type Script, simulate } from './simulate.js';

const calendar: Calendar = { version: 'test', zone: 'Asia/Jakarta', weekend: [6, 7], holidays: ['2026-03-03'] };
const verbs = {
  approve: { reason: 'optional' },
  reject: { reason: 'required' },
  return: { reason: 'required', to: ['submission'] },
} as const;
const title = { id: 'x', en: 'x' };
const deadline = { workingDays: 3, onPassed: 'wait', reminders: [], escalations: [] } as const;
const superior = { key: 'superior', kind: 'approval', title, actor: 'UNIT_HEAD', verbs, deadline, when: 'days > 2' } as const;
const hearing = {
  key: 'hearing',
  kind: 'consent',
  title,
  actor: 'SUBJECT',
  verbs: { approve: { reason: 'optional' } },
  deadline: { ...deadline, onPassed: 'silence' },
} as const;
const team = {
  key: 'team',
  kind: 'panel',
  title,
  actor: 'TEAM',
  verbs: { approve: { reason: 'optional' }, reject: { reason: 'optional' } },
  size: 3,
  quorum: 2,
  rule: 'majority',
} as const;
const decision = { key: 'decision', kind: 'approval', title, actor: 'REGENT', verbs } as const;
const leave: Definition = {
  id: 'leave',
  version: 1,
  title,
  initiators: ['EMPLOYEE'],
  repair: deadline,
  fourEyes: [],
  stages: [superior, hearing, team, decision],
};
// Monday; Tuesday is a holiday.
const script: Script = { context: { days: 5 }, startsAt: '2026-03-02T02:00:00.000Z', calendar };
const told = (more: Partial<Script> = {}, definition = leave) =>
  simulate(definition, { ...script, ...more }).steps.map(({ what, stage, outcome }) =>
    [what, stage, outcome].filter(Boolean).join(' '),
  );

describe('a simulated case', () => {
  it('goes from stage to stage to its approval, each by who acts there and when', () => {
    const { steps, outcome, workingDays } = simulate(leave, script);
    expect(outcome).toBe('approved');
    expect(steps.filter(({ what }) => what === 'opened').map(({ stage, on, role, dueOn }) => [stage, on, role, dueOn])).toEqual([
      ['superior', '2026-03-02', 'UNIT_HEAD', '2026-03-06'],
      ['hearing', '2026-03-04', 'SUBJECT', '2026-03-09'],
      ['team', '2026-03-05', 'TEAM', undefined],
      ['decision', '2026-03-09', 'REGENT', undefined],
    ]);
    expect(workingDays).toBe(5);
  });

  it('passes over a stage and says by which condition', () =>
    expect(simulate(leave, { ...script, context: { days: 1 } }).steps).toContainEqual(
      expect.objectContaining({ what: 'skipped', stage: 'superior', because: 'days > 2' }),
    ));

  it('is rejected where the script says so', () => {
    expect(told({ plays: { superior: 'reject' } })).toEqual([
      'started submission',
      'opened superior',
      'acted superior reject',
      'closed superior failed',
      'ended superior rejected',
    ]);
  });

  it('is returned once, repaired, and comes to its end', () => {
    const steps = told({ plays: { decision: 'return' } });
    expect(steps.filter((step) => step.startsWith('returned'))).toEqual(['returned decision submission']);
    expect(steps.at(-1)).toBe('ended decision approved');
  });

  it('goes on by silence on the due day', () => {
    const { steps } = simulate(leave, { ...script, plays: { hearing: 'silence' } });
    expect(steps.find(({ what }) => what === 'passed-over')).toMatchObject({
      stage: 'hearing',
      on: '2026-03-09',
      outcome: 'silent',
    });
  });

  it('is stuck where nobody holds the office, and says where', () =>
    expect(simulate(leave, { ...script, holders: { REGENT: 0 } })).toMatchObject({
      outcome: 'stuck',
      stuck: [{ stage: 'decision', role: 'REGENT', why: 'vacant' }],
    }));

  it('is stuck where one person would have to act twice', () => {
    const twice = { ...leave, fourEyes: [['superior', 'decision']], stages: [superior, { ...decision, actor: 'UNIT_HEAD' }] };
    expect(simulate(twice, script)).toMatchObject({ outcome: 'stuck', stuck: [{ stage: 'decision', why: 'vacant' }] });
    expect(simulate(twice, { ...script, holders: { UNIT_HEAD: 2 } }).outcome).toBe('approved');
  });

  it('cannot begin in a role that may not start it', () =>
    expect(simulate(leave, { ...script, as: 'REGENT' })).toMatchObject({ outcome: 'stuck', stuck: [{ stage: 'submission' }] }));
});

describe('random dossiers', () => {
  const schema = {
    type: 'object',
    required: ['days', 'kind'],
    properties: { days: { type: 'integer', minimum: 1 }, kind: { enum: ['a', 'b'] }, note: { type: 'string' } },
  };
  const fields = { days: 'number', kind: 'string', note: 'string' } as const;
  const many = Array.from({ length: 200 }, (_, seed) => randomContext(fields, leave, schema, seed));

  it('meet both sides of every condition', () => {
    const outcomes = new Set(many.map((context) => told({ context }).some((step) => step.startsWith('skipped superior'))));
    expect(outcomes).toEqual(new Set([true, false]));
  });

  it('keep to the schema', () => {
    expect(new Set(many.map(({ kind }) => kind))).toEqual(new Set(['a', 'b']));
    expect(many.every(({ days }) => Number(days) >= 1)).toBe(true);
    expect(many.some(({ note }) => note === null)).toBe(true);
  });

  it('are the same for the same seed', () => expect(randomContext(fields, leave, schema, 7)).toEqual(many[7]));
});
