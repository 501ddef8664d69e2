import { readDefinitionsFolder } from './definitions-folder.js';

describe('what came with the program', () => {
  it('is usable: every role has somebody, every act a row, every condition its fields', async () => {
    const { definitions, reader } = await readDefinitionsFolder();
    expect(definitions.map(({ definition: { id } }) => id)).toContain('internal-rotation');
    for (const { definition, dossier } of definitions)
      expect(reader.read({ ...definition, ...(dossier && { dossier }) })).toMatchObject({ definition });
  });

  it('says what an author got wrong: roles, acts, calendars and the kinds of fields', async () => {
    const { definitions, reader } = await readDefinitionsFolder();
    const found = definitions.find(({ definition: { id } }) => id === 'internal-rotation');
    if (!found) throw new Error('there is no internal rotation');
    const { stages } = found.definition;
    const wrong = stages.map((stage, index) =>
      index === 0 ? { ...stage, actor: 'AGENCY_HEAD', act: 'bless', when: 'ownRequest > 3' } : stage,
    );
    expect(reader.read({ ...found.definition, calendar: 'mars', stages: wrong })).toMatchObject([
      { at: 'calendar', code: 'unknown-calendar' },
      { at: 'stages.release', code: 'unknown-act' },
      { at: 'stages.release', code: 'condition.types' },
      { at: 'stages.release', code: 'condition.types' },
      { at: 'stages.release', code: 'unknown-role' },
    ]);
  });
});
