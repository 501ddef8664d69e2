import type { WorkflowCommand } from './commands.js';
import type { VacancyPolicy } from './definition.js';
import { waitingFor, whoMayAct } from './index.js';
import type { Directory } from './people.js';
import {
  after,
  at,
  calendar,
  deciding,
  definitionOf,
  directory,
  final,
  heads,
  holds,
  stateAfter,
  starting,
  submitting,
} from './testing.js';

const empty: Directory = { ...directory, DEST_HEAD: [] };
const begun = (vacancy?: VacancyPolicy, offices = empty): WorkflowCommand[] => [
  starting(definitionOf([{ ...heads, ...(vacancy && { vacancy }) }, final])),
  submitting('origin', { directory: offices }),
];
const finding = (more = {}): WorkflowCommand => ({
  type: 'FindVacancy',
  data: { at, calendar, directory: empty, by: 'system:vacancies', stage: 'heads', round: 1, ...more },
});
const wait = { policy: 'wait', alert: 'HR_HEAD' } as const;
const superior = { policy: 'superior', role: 'SECRETARY' } as const;
const rescuer = { policy: 'rescuer', role: 'HR_HEAD' } as const;
const found = { stage: 'heads', round: 1, role: 'DEST_HEAD', office: 'DEST_HEAD', at };

describe('a vacant office', () => {
  it('is found once for each opening, and whoever is named is told', () => {
    after(...begun(wait))
      .when(finding())
      .then({ type: 'VacancyFound', data: { ...found, policy: 'wait', alerted: ['hrhead'], instead: [] } });
    after(...begun(wait), finding())
      .when(finding())
      .thenNothing();
  });
  it('is found where its holder leaves while the stage is open', () => {
    after(...begun(wait, directory))
      .when(finding({ directory }))
      .thenNothing();
    after(...begun(wait, directory))
      .when(finding())
      .thenTypes('VacancyFound');
  });
  it('is found where its only holder may not act', () =>
    after(...begun(wait, directory))
      .when(finding({ directory: { ...directory, DEST_HEAD: [holds('origin', 'head:b')] } }))
      .thenTypes('VacancyFound'));
  it('is found again in another round', () => {
    const returned = [...begun(wait), finding(), deciding('heads', 'dest', 'return'), submitting('origin', { directory: empty })];
    after(...returned)
      .when(finding({ round: 2 }))
      .thenTypes('VacancyFound');
  });
  it('is the system’s to find, and means nothing where the stage is not open', () => {
    after(...begun(wait))
      .when(finding({ by: 'regent' }))
      .thenRejected('workflow.system-only');
    after(...begun(wait), deciding('heads', 'dest'))
      .when(finding())
      .thenNothing();
  });

  it.each([superior, rescuer])('is acted for by whoever the stage names: %j', (policy) => {
    const state = stateAfter(...begun(policy));
    const [who] = directory[policy.role] ?? [];
    expect(whoMayAct(state, empty)).toEqual([who]);
    const { decision } = after(...begun(policy)).when(deciding('heads', who?.person ?? '', 'approve', { directory: empty }));
    expect(decision).toMatchObject([
      { type: 'DecisionMade', data: { by: { role: policy.role, inPlaceOf: 'DEST_HEAD', vacancy: policy.policy } } },
      {},
      {},
    ]);
    after(...begun(policy))
      .when(finding())
      .then({
        type: 'VacancyFound',
        data: { ...found, policy: policy.policy, alerted: [who?.person ?? ''], instead: who ? [who] : [] },
      });
  });
  it('gives nobody else its power as long as somebody holds it', () =>
    after(...begun(superior, directory))
      .when(deciding('heads', 'secretary'))
      .thenRejected('workflow.not-an-actor'));
  it('is named in what a case waits for, with the policy and who was told', () => {
    const state = stateAfter(...begun(wait), finding());
    expect(waitingFor(state, empty)).toMatchObject([
      { role: 'DEST_HEAD', vacant: true, who: [], vacancy: { policy: 'wait', role: 'HR_HEAD', alerted: ['hrhead'] } },
    ]);
    expect(waitingFor(stateAfter(...begun(superior)), empty)).toMatchObject([
      { vacant: false, vacancy: { policy: 'superior', role: 'SECRETARY' }, who: [{ person: 'secretary' }] },
    ]);
    expect(waitingFor(state, directory)[0]).not.toHaveProperty('vacancy');
  });
});
