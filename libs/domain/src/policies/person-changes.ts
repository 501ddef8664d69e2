import { type CommandMeta, policy, stepOf } from '@app/event-store';
import { statusOf } from '@app/domain/mutation';
import type { EmploymentStatus, PersonEvent } from '@app/domain/staffing';
import type { PolicyDeps } from './deps.js';
import { factsOf, type NoticeFacts, parties, peopleIn, sceneOf, tell } from './tell.js';
import { texts } from './texts.js';

/** Who is gone can't be moved any more; who is suspended or on leave may come back. */
const gone: readonly EmploymentStatus[] = ['retired', 'dismissed', 'deceased', 'moved_out'];

const said = (code: string): string => Object.entries(texts).find(([key]) => key === code)?.[1].id ?? code;

/** What happens to a person while a case about him is under way. */
export const casesFollowTheirPerson = policy<PersonEvent, PolicyDeps>({
  name: 'cases-follow-their-person',
  on: {
    EmploymentStatusChanged: async (event, deps, meta) => {
      const { id, status } = event.data;
      if (status === 'active') return;
      for (const caseId of await casesOf(deps, id)) {
        await warn(deps, caseId, 'person-left', { status }, event, meta);
        if (!gone.includes(status)) continue;
        const { state } = await deps.cases.load(caseId);
        // An approved case is for HR to rescind; at its effective date it would be halted.
        const open = statusOf(state) === 'submitted' || statusOf(state) === 'returned';
        if (open)
          await deps.cases.cancel(caseId, { reason: `Status kepegawaian: ${said(status)}` }, { meta: stepOf(meta, caseId) });
      }
    },
    SanctionImposed: async (event, deps, meta) => {
      const { id, sanction } = event.data;
      if (sanction.level === 'light') return;
      for (const caseId of await casesOf(deps, id))
        await warn(deps, caseId, 'person-sanctioned', { level: sanction.level }, event, meta);
    },
  },
});

/** A live case holds its person. */
const casesOf = async ({ claims }: PolicyDeps, person: string): Promise<readonly string[]> =>
  Object.keys(await claims.heldOnPerson(person));

const warn = async (
  deps: PolicyDeps,
  caseId: string,
  code: string,
  facts: NoticeFacts,
  event: Readonly<{ id: string; metadata: Readonly<{ at: string }> }>,
  meta: CommandMeta,
) => {
  const scene = await sceneOf(deps, caseId, event.metadata.at);
  if (!scene) return;
  // Of discipline only HR and his own superior hear, whoever proposed (UU 27/2022).
  const concerned = code === 'person-sanctioned' ? peopleIn(scene, 'ORIGIN_HEAD') : parties(scene);
  const people = [...peopleIn(scene, 'HR_OFFICER', 'HR_HEAD'), ...concerned.filter((person) => person !== scene.subject)];
  await tell(deps, meta, {
    people,
    code,
    facts: { ...factsOf(scene), ...facts },
    link: scene.link,
    cause: `${event.id}#${caseId}`,
  });
};
