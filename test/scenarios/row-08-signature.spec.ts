import { openTown, people, refusal, rotation } from './town.js';

const signing = {
  ...rotation,
  stages: rotation.stages.map((stage) => (stage.key === 'acceptance' ? { ...stage, signature: 'required' as const } : stage)),
};

const atAcceptance = async () => {
  const town = await openTown(signing);
  const id = await town.drafted();
  await town.proposals.submit(id, town.as(people.originHead));
  const hash = (await town.proposals.load(id)).state.proposal?.dossierHash ?? '';
  const signature = { method: 'password', of: hash, at: town.clock.at };
  return { town, id, signature };
};

describe('a decision that is signed', () => {
  it('is not made without a signature, and nothing is recorded', async () => {
    const { town, id } = await atAcceptance();
    expect((await refusal(town.decide(id, 'acceptance', people.destHead))).code).toBe('workflow.signature-missing');
    expect(await town.typesOf('DecisionMade')).toEqual([]);
  });

  it('records what was signed, and by what means', async () => {
    const { town, id, signature } = await atAcceptance();
    await town.decide(id, 'acceptance', people.destHead, { signature });
    expect((await town.typesOf('DecisionMade')).map(({ data }) => data)).toMatchObject([{ stage: 'acceptance', signature }]);
  });

  it('is refused where something else was signed', async () => {
    const { town, id, signature } = await atAcceptance();
    const other = { ...signature, of: 'another' };
    expect((await refusal(town.decide(id, 'acceptance', people.destHead, { signature: other }))).code).toBe(
      'workflow.signature-mismatch',
    );
  });

  it('is announced on the page, at that stage alone', async () => {
    const { town, id, signature } = await atAcceptance();
    const approve = async (person: string) =>
      (await town.proposals.view(id, person, town.clock.at)).actions.find(({ verb }) => verb === 'approve');
    expect((await approve(people.destHead))?.signature).toBe('required');
    await town.decide(id, 'acceptance', people.destHead, { signature });
    expect(await approve(people.destHead)).not.toHaveProperty('signature');
  });
});
