import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDefinitions, UnusableDefinitions } from './load.js';

const published = join(import.meta.dirname, '../../../../definitions');
const own = { 'internal-rotation': { proposerRole: 'string', ownRequest: 'boolean' } } as const;

describe('the definitions folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'definitions-'));
    await cp(published, folder, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  const changed = async (from: string | RegExp, to: string) => {
    const file = join(folder, 'internal-rotation.yaml');
    await writeFile(file, (await readFile(file, 'utf8')).replace(from, to));
    return loadDefinitions(folder, { own });
  };
  const problemsOf = async (loading: Promise<unknown>) => {
    const error = await loading.catch((thrown: unknown) => thrown);
    return error instanceof UnusableDefinitions ? error.problems.join('\n') : `no problem: ${String(error)}`;
  };

  it('holds the internal rotation, in the order of its stages', async () => {
    const [rotation] = await loadDefinitions(folder, { own });
    expect(rotation?.definition.stages.map(({ key }) => key)).toEqual([
      'release',
      'acceptance',
      'consent',
      'verification',
      'hr_review',
      'tpk',
      'forwarding',
      'decision',
    ]);
    expect(rotation?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('has another hash for another content, and the same for another layout', async () => {
    const [before] = await loadDefinitions(folder, { own });
    expect((await changed('version: 1', 'version:   1 # the first'))[0]?.hash).toBe(before?.hash);
    expect((await changed('quorum: 3', 'quorum: 4'))[0]?.hash).not.toBe(before?.hash);
  });

  it('joins a definition with the schema of its dossier, beside it or within', async () => {
    const leave = (await readFile(join(folder, 'internal-rotation.yaml'), 'utf8'))
      .replace('id: internal-rotation', 'id: leave')
      .replace('proposerRole != "ORIGIN_HEAD"', 'days > 2');
    const dossier = { type: 'object', properties: { days: { type: 'integer' }, ownRequest: { type: 'boolean' } } };
    const within = leave.replace('proposerRole != "DEST_HEAD"', 'days > 3');
    await writeFile(join(folder, 'leave.yaml'), within);
    await writeFile(join(folder, 'leave.dossier.schema.json'), JSON.stringify(dossier));
    const beside = (await loadDefinitions(folder, { own })).find(({ definition: { id } }) => id === 'leave');
    expect(beside).toMatchObject({ dossier, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(beside?.definition).not.toHaveProperty('dossier');

    await rm(join(folder, 'leave.dossier.schema.json'));
    await writeFile(join(folder, 'leave.yaml'), `${within}\ndossier: ${JSON.stringify(dossier)}\n`);
    expect((await loadDefinitions(folder, { own })).find(({ definition: { id } }) => id === 'leave')).toEqual(beside);
  });

  it('has no schema of a dossier without a definition', async () => {
    await writeFile(join(folder, 'nothing.dossier.schema.json'), '{"type":"object"}');
    expect(await problemsOf(loadDefinitions(folder, { own }))).toContain('there is no nothing.yaml');
  });

  it.each([
    ['an unknown field', 'version: 1', 'version: 1\ncolour: red', 'must NOT have additional properties'],
    ['a kind that does not exist', 'kind: panel', 'kind: jury', 'must be equal to one of the allowed values'],
    ['a panel without a quorum', '    quorum: 3\n', '', "must have required property 'quorum'"],
    ['what the schema cannot see', 'quorum: 3', 'quorum: 6', 'quorum: 6 of 5'],
    ['a name that no case has', 'ownRequest = false', 'ownRequst = false', 'condition.unknown-name: ownRequst'],
    ['a file that is no YAML', 'stages:', 'stages: [', 'internal-rotation.yaml'],
    ['an id that is not the name of its file', 'id: internal-rotation', 'id: other', 'its id is "other"'],
  ])('is refused for %s', async (_, from, to, problem) => {
    expect(await problemsOf(changed(from, to))).toContain(problem);
  });
});
