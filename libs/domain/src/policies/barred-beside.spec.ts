import type { Definition, StageDefinition } from '@app/workflow';
import { openCounter } from './testing/counter.js';
import { staff } from './testing/office.js';

const text = { id: 'Izin', en: 'Permit' };
const term = { workingDays: 5, onPassed: 'wait', reminders: [], escalations: [] } as const;
const verbs = { approve: { reason: 'optional' }, reject: { reason: 'required' } } as const;
/** Two of the officers' stages beside each other, where nobody acts twice. */
const beside = (vacancy: NonNullable<StageDefinition['vacancy']>): Definition => ({
  ...{ id: 'permit', version: 1, title: text, initiators: ['EMPLOYEE'], repair: term, fourEyes: [], oncePerCase: true },
  groups: [{ key: 'both', title: text, join: 'all' }],
  stages: [
    { kind: 'approval', key: 'legal', title: text, actor: 'HR_OFFICER', verbs, group: 'both', vacancy },
    { kind: 'approval', key: 'finance', title: text, actor: 'HR_OFFICER', verbs, group: 'both', vacancy },
    { kind: 'approval', key: 'decision', title: text, actor: 'AGENCY_HEAD', verbs },
  ],
});
const approving = (stage: string) => ({ type: 'Decide', data: { stage, verdict: 'approve', reason: '' } }) as const;
type Counter = Awaited<ReturnType<typeof openCounter>>;
const codesOf = async ({ told }: Counter, person: string) => (await told(person)).map(({ code }) => code);

describe('the only holder of an office who acted in one branch', () => {
  it('leaves the branch beside it vacant, and whoever is to be alerted hears of it at once', async () => {
    const counter = await openCounter(beside({ policy: 'wait', alert: 'HR_HEAD' }));
    const id = await counter.begin();
    await counter.settle();
    expect(await codesOf(counter, staff.hrHead)).toEqual([]);
    await counter.act(id, staff.hrOfficer, approving('legal'));
    await counter.settle();
    expect(await codesOf(counter, staff.hrHead)).toEqual(['stage-vacant']);
    await counter.settle();
    expect(await codesOf(counter, staff.hrHead)).toEqual(['stage-vacant']);
  });

  it('has whoever is named for it told that he acts instead, which he may', async () => {
    const counter = await openCounter(beside({ policy: 'rescuer', role: 'HR_HEAD' }));
    const id = await counter.begin();
    await counter.act(id, staff.hrOfficer, approving('legal'));
    await counter.settle();
    expect(await codesOf(counter, staff.hrHead)).toEqual(['stage-instead']);
    const { state } = await counter.act(id, staff.hrHead, approving('finance'));
    expect(state.workflow).toMatchObject({ status: 'open', open: [{ stage: 'decision' }] });
  });

  it('raises no alarm while another of the office is left', async () => {
    const counter = await openCounter(beside({ policy: 'wait', alert: 'HR_HEAD' }));
    const another = { office: 'hr-officer', person: 'officer-2', kind: 'definitive' } as const;
    counter.office.directory = {
      ...counter.office.directory,
      HR_OFFICER: [...(counter.office.directory['HR_OFFICER'] ?? []), another],
    };
    const id = await counter.begin();
    await counter.act(id, staff.hrOfficer, approving('legal'));
    await counter.settle();
    expect(await codesOf(counter, staff.hrHead)).toEqual([]);
  });
});

describe('the notice that a stage has opened', () => {
  it('goes to who may act, and not to a holder of the office who is kin', async () => {
    const counter = await openCounter(beside({ policy: 'wait', alert: 'HR_HEAD' }));
    const sister = { office: 'hr-officer', person: 'sister', kind: 'definitive' } as const;
    const { office } = counter;
    office.directory = { ...office.directory, HR_OFFICER: [...(office.directory['HR_OFFICER'] ?? []), sister] };
    office.kin = { [staff.sari]: ['sister'] };
    await counter.begin();
    await counter.settle();
    expect(await codesOf(counter, 'sister')).toEqual([]);
    expect(await codesOf(counter, staff.hrOfficer)).toEqual(['stage-opened', 'stage-opened']);
  });
});
