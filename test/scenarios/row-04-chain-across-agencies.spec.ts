import type { Definition, StageDefinition } from '@app/workflow';
import { maySee } from '../../apps/api/src/mutation/access.js';
import { held, openTown, people, refusal } from './town.js';

const text = (id: string, en: string) => ({ id, en });
const yesNo = { approve: { reason: 'optional' }, reject: { reason: 'required' } } as const;
const approval = (key: string, actor: string): StageDefinition => ({
  kind: 'approval',
  key,
  actor,
  title: text(key, key),
  verbs: yesNo,
});
const chain: Definition = {
  id: 'internal-rotation',
  version: 1,
  title: text('Mutasi antarinstansi', 'A move between governments'),
  initiators: ['EMPLOYEE', 'ORIGIN_HEAD'],
  repair: { workingDays: 10, onPassed: 'wait', reminders: [], escalations: [] },
  fourEyes: [],
  stages: [
    approval('release', 'ORIGIN_PPK'),
    approval('acceptance', 'DEST_PPK'),
    {
      ...{ kind: 'external', key: 'bkn', actor: 'HR_OFFICER', verbs: {} },
      title: text('Pertimbangan teknis BKN', 'Technical consideration of BKN'),
      from: text('Kantor Regional BKN', 'BKN regional office'),
    },
    approval('governor', 'GOVERNOR'),
  ],
};

/** Each agency names its own: the same title of an office is another office in another agency. */
const openChain = async () => {
  const town = await openTown(chain);
  town.facts.matrix = undefined;
  town.facts.holders = {
    ...town.facts.holders,
    ORIGIN_PPK: [held('ppk:asal', 'ppk-asal')],
    DEST_PPK: [held('ppk:tujuan', 'ppk-tujuan')],
    GOVERNOR: [held('governor', 'gubernur')],
  };
  const id = await town.drafted();
  await town.proposals.submit(id, town.as(people.originHead));
  const sees = async (person: string) => {
    const { state } = await town.proposals.load(id);
    const directory = await town.facts.directory({ employeeId: people.sari } as Parameters<typeof town.facts.directory>[0]);
    return maySee({ workflow: state.workflow, submitted: true }, directory, person);
  };
  return { town, id, sees };
};

describe('a chain across agencies, each with its own directory and read rights', () => {
  it('goes from the one to the other, and each acts by its own office alone', async () => {
    const { town, id } = await openChain();
    expect(await refusal(town.decide(id, 'release', 'ppk-tujuan'))).toMatchObject({ code: 'workflow.not-an-actor' });
    await town.decide(id, 'release', 'ppk-asal');
    expect(await refusal(town.decide(id, 'acceptance', 'ppk-asal'))).toMatchObject({ code: 'workflow.not-an-actor' });
    await town.decide(id, 'acceptance', 'ppk-tujuan');
    expect(await town.stateOf(id)).toMatchObject({ open: [{ stage: 'bkn' }] });
    expect(await town.typesOf('DecisionMade')).toMatchObject(
      ['ppk:asal', 'ppk:tujuan'].map((office) => ({ data: { by: { office } } })),
    );
  });

  it('is seen by an agency once it has come to it, and by strangers never', async () => {
    const { town, id, sees } = await openChain();
    const seen = async () => [await sees('ppk-asal'), await sees('ppk-tujuan'), await sees('gubernur'), await sees('ppk-lain')];
    expect(await seen()).toEqual([true, false, false, false]);
    await town.decide(id, 'release', 'ppk-asal');
    expect(await seen()).toEqual([true, true, false, false]);
  });

  it('waits for who is outside all of them, under his number, his date and his letter', async () => {
    const { town, id } = await openChain();
    await town.decide(id, 'release', 'ppk-asal');
    await town.decide(id, 'acceptance', 'ppk-tujuan');
    const answer = { stage: 'bkn', outcome: 'passed', number: '', date: '2026-03-02', note: '' } as const;
    const record = (data: typeof answer | (Omit<typeof answer, 'number'> & { number: string })) =>
      town.proposals.act(id, { type: 'RecordAnswer', data }, town.as(people.officer));
    expect(await refusal(record(answer))).toMatchObject({ code: 'workflow.number-missing' });
    await record({ ...answer, number: 'PERTEK/12/2026' });
    expect((await town.typesOf('ExternalAnswerRecorded')).map(({ data }) => data)).toMatchObject([
      { stage: 'bkn', number: 'PERTEK/12/2026', date: '2026-03-02', by: { by: people.officer } },
    ]);
    await town.decide(id, 'governor', 'gubernur');
    expect(await town.stateOf(id)).toMatchObject({ status: 'closed', outcome: 'approved' });
  });
});
