import { Rejection } from '@app/decider';
import type { WorkflowCommand } from './commands.js';
import { commands, states } from './decide/table.testing.js';
import { explain } from './explain.js';
import { holdsAsRefusal } from './refusals.testing.js';
import { directory } from './testing.js';
import type { Verb } from './verbs.js';
import { workflow } from './workflow.js';

const people = ['officer', 'officer2', 'asn', 'origin', 'regent', 't1', 'auditor', 'secretary', 'nobody', 'system:timer'];
const texts = ['reason', 'question', 'answer', 'advice', 'text', 'number', 'adviser', 'name'];

/** The same command with nothing in its texts. */
const blank = (command: WorkflowCommand): WorkflowCommand =>
  Object.assign({}, command, {
    data: { ...command.data, ...Object.fromEntries(texts.flatMap((text) => (text in command.data ? [[text, ' ']] : []))) },
  });
const by = (command: WorkflowCommand, person: string): WorkflowCommand =>
  Object.assign({}, command, { data: { ...command.data, by: person } });

const verbs: Readonly<Partial<Record<WorkflowCommand['type'], Verb>>> = {
  ...{ SubmitCase: 'submit', Withdraw: 'withdraw', Cancel: 'cancel', Suspend: 'suspend', Resume: 'resume', Attach: 'attach' },
  ...{ Comment: 'comment', RecordAnswer: 'record-answer', Ask: 'ask', Answer: 'answer', Claim: 'claim', Unclaim: 'unclaim' },
  ...{ Reassign: 'reassign', AddAdviser: 'add-adviser', Advise: 'advise', Recuse: 'recuse' },
};
const verbOf = ({ type, data }: WorkflowCommand): Verb | undefined =>
  type === 'Decide' ? (data.lines ? 'partial' : data.verdict) : verbs[type];

describe('what is asked by anybody in whatever state', () => {
  it.each(states)('%s: is done, or refused with a reason and its facts', (_, state) => {
    for (const [, command] of commands(state))
      for (const person of people)
        for (const asked of [by(command, person), blank(by(command, person))]) {
          const decision = workflow.decide(asked, state);
          if (!(decision instanceof Rejection)) continue;
          holdsAsRefusal(decision);
          // What is done at a stage says there which reason is missing.
          if (decision.code === 'workflow.reason-missing' && 'stage' in asked.data)
            expect(decision.facts).toMatchObject({ stage: asked.data.stage, verdict: expect.stringMatching(/./) });
        }
  });

  it.each(states)('%s: is explained as it would be decided', (_, state) => {
    for (const [name, command] of commands(state))
      for (const person of people) {
        const verb = verbOf(command);
        // A machine asks nothing of what it may do.
        if (verb === undefined || person.startsWith('system:')) continue;
        const decision = workflow.decide(by(command, person), state);
        const stage = 'stage' in command.data ? command.data.stage : undefined;
        const why = explain(state, person, directory, verb, stage, command.data);
        if (why) holdsAsRefusal(why);
        const refused = decision instanceof Rejection;
        const told = `${name} by ${person}: ${refused ? decision.code : 'done'}, explained ${why?.code ?? 'as open'}`;
        // Who does again what he has done is told that nothing is left to do.
        if (!refused && decision.length > 0 && why) throw new Error(told);
        const sameOrUnoffered = why?.code === 'workflow.verb-not-offered' || (refused && why?.code === decision.code);
        if (refused && decision.kind !== 'invalid' && !sameOrUnoffered) throw new Error(told);
      }
  });
});
