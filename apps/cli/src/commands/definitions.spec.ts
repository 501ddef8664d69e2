import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Cli } from '../command.js';
import { addDefinitions } from './definitions.js';

const shipped = join(import.meta.dirname, '../../../../definitions/leave.yaml');
const dossier = join(import.meta.dirname, '../../../../definitions/leave.dossier.schema.json');

/** Runs `alur` with nothing open: what these commands say of a file needs no store. */
const alur = async (...line: readonly string[]) => {
  const said: string[] = [];
  let failed = false;
  const closed = () => Promise.reject(new Error('a file needs no store'));
  const cli: Cli = {
    withAlur: closed,
    withDatabase: closed,
    settings: () => {
      throw new Error('a file needs no settings');
    },
    say: (text) => said.push(text),
    fail: () => (failed = true),
  };
  const program = new Command().exitOverride();
  addDefinitions(program, cli);
  await program.parseAsync(['definitions', ...line], { from: 'user' });
  return { said: said.join('\n'), failed };
};

describe('alur definitions, on files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'alur-definitions-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Annual leave with its form, and with some of its words replaced. */
  const written = (name: string, ...changes: readonly (readonly [was: string, is: string])[]): string => {
    const whole = changes.reduce((text, [was, is]) => text.replace(was, is), readFileSync(shipped, 'utf8'));
    writeFileSync(join(folder, `${name}.dossier.schema.json`), readFileSync(dossier));
    writeFileSync(join(folder, `${name}.yaml`), whole);
    return join(folder, `${name}.yaml`);
  };
  const next = ['version: 1', 'version: 2'] as const;

  it('say that a definition is sound, with its version and hash', async () => {
    const { said, failed } = await alur('validate', written('leave', next));
    expect(said).toMatch(/sound\. leave version 2, [0-9a-f]{64}$/);
    expect(failed).toBe(false);
  });

  it('say everything that is wrong at once, and fail', async () => {
    const bad = written('bad', ['actor: AGENCY_HEAD', 'actor: NOBODY'], ['office_UNIT_HEAD !=', 'no_such_field !=']);
    const { said, failed } = await alur('validate', bad);
    expect(said).toContain('NOBODY');
    expect(said).toContain('no_such_field');
    expect(failed).toBe(true);
  });

  it('say what one says otherwise than another', async () => {
    const slower = written('slower', next, ['workingDays: 3', 'workingDays: 4']);
    const { said } = await alur('diff', shipped, slower);
    expect(said).toContain('changed stages.decision.deadline.workingDays');
    expect(said).toContain('- 3\n  + 4');
    expect((await alur('diff', shipped, shipped)).said).toBe('They say the same.');
  });

  it('say the way that a case would go, the same for the same seed', async () => {
    const { said, failed } = await alur('simulate', shipped, '--seed', '7', '--from', '2027-05-03');
    expect(said).toContain('started by EMPLOYEE');
    expect(said).toMatch(/ approved after \d+ working days$/);
    expect(failed).toBe(false);
    expect((await alur('simulate', shipped, '--seed', '7', '--from', '2027-05-03')).said).toBe(said);
  });

  it('say that a case gets stuck where nobody holds a role, and fail', async () => {
    const { said, failed } = await alur('simulate', shipped, '--seed', '7', '--holders', 'AGENCY_HEAD=0');
    expect(said).toContain('stuck at decision: AGENCY_HEAD');
    expect(failed).toBe(true);
  });
});
