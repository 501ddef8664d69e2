import type { RuleFacts } from '../eligibility/rule-facts.js';
import { facts, people, sari, vacancy } from './small-town.js';

/** A move that passes every rule that applies to it, to be changed by a specification. */
export const sound: RuleFacts = {
  ...facts,
  phase: 'submission',
  moveType: 'INTERNAL_ROTATION',
  ownRequest: false,
  today: '2026-03-02',
  day: '2026-04-01',
  papers: [{ type: 'opd_proposal', required: true, state: 'attached' }],
  proposer: people.originHead,
  actor: null,
  verifier: null,
  signatory: { person: people.regent, kind: 'definitive' },
  panel: { size: 5, quorum: 3, cast: 3, outcome: 'passed' },
  decree: { date: '2026-03-10', effectiveDate: '2026-04-01' },
  approvedOn: '2026-03-05',
};

type Person = NonNullable<RuleFacts['person']>;

/** With another person, or another assignment of hers. */
export const withPerson = (change: Partial<Person>, more: Partial<RuleFacts> = {}): RuleFacts => ({
  ...sound,
  ...more,
  person: { ...sari, ...change },
});

export const withAssignment = (change: Partial<NonNullable<Person['assignment']>>, more: Partial<RuleFacts> = {}): RuleFacts =>
  withPerson({ assignment: sari.assignment && { ...sari.assignment, ...change } }, more);

export const withTarget = (change: Partial<NonNullable<RuleFacts['target']>>, more: Partial<RuleFacts> = {}): RuleFacts => ({
  ...sound,
  ...more,
  target: { ...vacancy, ...change },
});
