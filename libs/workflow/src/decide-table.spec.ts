/**
 * What every command gives in every state, as a table that is part of the docs. Written by
 *   WRITE_DECIDE_TABLE=1 NODE_OPTIONS=--experimental-vm-modules npx jest libs/workflow/src/decide-table
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { Rejection } from '@app/decider';
import type { WorkflowCommand } from './commands.js';
import { commands, states } from './decide/table.testing.js';
import type { StageDefinition } from './definition.js';
import { workflow } from './workflow.js';

/** The compiler asks for what is missing here. */
const everyCommand: Readonly<Record<WorkflowCommand['type'], true>> = {
  ...{ StartCase: true, SubmitCase: true, Decide: true, RecordCheck: true, RecordAnswer: true, Ask: true, Answer: true },
  ...{ Claim: true, Unclaim: true, Reassign: true, AddAdviser: true, Advise: true, Recuse: true, Suspend: true, Resume: true },
  ...{ Attach: true, Comment: true, PassDeadline: true, Remind: true, FindVacancy: true, Replan: true, Migrate: true },
  ...{ Withdraw: true, Cancel: true },
};
const everyKind: Readonly<Record<StageDefinition['kind'], true>> = {
  ...{ approval: true, consent: true, check: true, panel: true, signoff: true, acknowledgement: true, external: true },
};

const file = join(import.meta.dirname, '../../../docs/engine/decide-table.md');

/** The events, or the code of the refusal. */
const cellOf = (decision: ReturnType<typeof workflow.decide>): string => {
  if (decision instanceof Rejection) return `_${decision.code.replace('workflow.', '')}_`;
  return decision.length === 0 ? 'nothing' : decision.map(({ type }) => type).join(', ');
};

const table = (): string => {
  const rows = states.map(
    ([name, state]) =>
      `## ${name}\n\n| command | gives |\n| --- | --- |\n${commands(state)
        .map(([command, each]) => `| ${command} | ${cellOf(workflow.decide(each, state))} |`)
        .join('\n')}\n`,
  );
  const head =
    'Every command in every state, by somebody who could do it if it can be done: the events it gives, or in italics the code of its\nrefusal (`workflow.` before it). Generated; a test keeps it true.';
  return `# What the engine decides\n\n${head}\n\n${rows.join('\n')}`;
};

describe('deciding', () => {
  it('gives events or a refusal for every command in every state', () => {
    for (const [, state] of states)
      for (const [, command] of commands(state)) {
        const decision = workflow.decide(command, state);
        expect(decision instanceof Rejection ? decision.code : decision).toBeDefined();
        if (decision instanceof Rejection) expect(decision.code).toMatch(/^workflow\./);
        else expect(Array.isArray(decision)).toBe(true);
      }
  });
  it('is asked of every command there is, at every kind of stage', () => {
    const asked = new Set(states.flatMap(([, state]) => commands(state).map(([, { type }]) => type)));
    expect([...asked].sort()).toEqual(Object.keys(everyCommand).sort());
    const at = states.flatMap(([, state]) =>
      state.status === 'open' ? state.open.map(({ definition }) => definition.kind) : [],
    );
    expect([...new Set(at)].sort()).toEqual(Object.keys(everyKind).sort());
    expect(new Set(states.map(([, { status }]) => status))).toEqual(new Set(['absent', 'draft', 'open', 'returned', 'closed']));
  });
  it('is as the docs say', () => {
    if (env['WRITE_DECIDE_TABLE']) writeFileSync(file, table());
    expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(table());
  });
});
