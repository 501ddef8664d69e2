import { previewMigration, type StageDefinition } from '@app/workflow';
import { backTestCases } from '../../libs/domain/src/policies/changing/back-testing.js';
import { openTown, people, refusal, rotation } from './town.js';

const withoutForwarding = (stage: StageDefinition): StageDefinition =>
  stage.verbs.return
    ? {
        ...stage,
        verbs: {
          ...stage.verbs,
          return: { ...stage.verbs.return, to: stage.verbs.return.to.filter((to) => to !== 'forwarding') },
        },
      }
    : stage;

/** The circular: nothing is forwarded by the secretary any more. */
const draft = {
  ...rotation,
  version: 2,
  fourEyes: rotation.fourEyes.filter((set) => !set.includes('forwarding')),
  stages: rotation.stages.filter(({ key }) => key !== 'forwarding').map(withoutForwarding),
};
const plan = { definition: draft, definitionHash: 'hash-of-draft', mapping: {}, timers: 'keep' } as const;
const order = { ...plan, orderedBy: people.hrHead, reason: 'SE 3/2026' };

const atStage = async (stage: string) => {
  const town = await openTown();
  const id = await town.drafted();
  await town.broughtTo(id, stage);
  return { town, id };
};

describe('a rule that changes by circular while cases are open', () => {
  it('is tried on the record of closed cases before it is published, which writes nothing', async () => {
    const { town, id } = await atStage('closed');
    const before = (await town.events()).length;
    const report = await backTestCases({
      draft,
      calendar: town.facts.days,
      closed: [id],
      read: async () => (await town.events()).filter(({ stream }) => stream.endsWith(id)),
    });
    expect(report).toMatchObject({ cases: 1, same: 0, differing: { path: 1, outcome: 0 } });
    expect(report.tested[0]?.was.path).toContain('forwarding');
    expect(report.tested[0]?.wouldBe.path).not.toContain('forwarding');
    expect((await town.events()).length).toBe(before);
  });

  it('moves a running case as its preview said', async () => {
    const { town, id } = await atStage('hr_review');
    const { state } = await town.proposals.load(id);
    if (state.workflow.status === 'absent') throw new Error('absent');
    const preview = previewMigration(state.workflow, plan, {
      ...{ at: town.clock.at, calendar: town.facts.days },
      directory: town.facts.holders,
    });
    await town.proposals.migrate(id, order, town.as('system:migration'));
    expect(preview).toMatchObject({ moves: [{ from: 'hr_review', to: 'hr_review' }] });
    expect(await town.stateOf(id)).toMatchObject({ definition: { version: 2 }, open: [{ stage: 'hr_review' }] });
  });

  it('leaves a case alone whose stage is gone and mapped to nothing', async () => {
    const { town, id } = await atStage('forwarding');
    expect((await refusal(town.proposals.migrate(id, order, town.as('system:migration')))).code).toMatch(/^workflow\./);
    expect(await town.stateOf(id)).toMatchObject({ definition: { version: 1 }, open: [{ stage: 'forwarding' }] });
  });
});
