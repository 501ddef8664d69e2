import { policy } from '@app/event-store';
import type { ReviewEvent } from '@app/domain/audit';
import type { ObligationEvent } from '@app/domain/obligations';
import type { PolicyDeps } from './deps.js';
import { factsOf, peopleIn, sceneOf, tell } from './tell.js';

/** Who is told of what is owed and of what the inspectorate found. */
export const dutyNotices = policy<ObligationEvent | ReviewEvent, PolicyDeps>({
  name: 'duty-notices',
  on: {
    ObligationReminderFellDue: async (event, deps, meta) => {
      const { id, code, people, dueOn } = event.data;
      const state = await deps.obligations.load(deps.tenant, id);
      if (state.status === 'absent') return;
      const { obligation } = state;
      const facts = { employee: obligation.subject, obligation: obligation.code, dueOn };
      if (people.length > 0)
        return tell(deps, meta, { people, code: `obligation-${code}`, facts, link: '/obligations', cause: event.id });
      const scene = await sceneOf(deps, obligation.caseId, event.metadata.at);
      if (scene)
        await tell(deps, meta, {
          people: peopleIn(scene, 'HR_OFFICER', 'HR_HEAD'),
          code: 'obligation-vacant',
          facts,
          link: '/obligations',
          cause: event.id,
        });
    },

    ReviewReminderFellDue: async (event, deps, meta) => {
      const { id, code, people, dueOn } = event.data;
      const state = await deps.reviews.load(deps.tenant, id);
      if (state.status === 'absent') return;
      const { caseId, subject } = state.review;
      // A case has a dozen decisions; its reviews that are due on one day are one notice.
      await tell(deps, meta, {
        people,
        code: `review-${code}`,
        facts: { employee: subject, dueOn },
        link: `/audit?caseId=${caseId}`,
        cause: `review#${caseId}#${code}#${dueOn}`,
      });
    },

    ReviewClosed: async (event, deps, meta) => {
      if (event.data.outcome !== 'finding') return;
      const state = await deps.reviews.load(deps.tenant, event.data.id);
      if (state.status === 'absent') return;
      const { caseId, office, stage } = state.review;
      const scene = await sceneOf(deps, caseId, event.metadata.at);
      if (!scene) return;
      const concerned = (await deps.offices.holdersOf(office, scene.day)).map(({ person }) => person);
      const people = [...concerned, ...peopleIn(scene, 'HR_HEAD')];
      await tell(deps, meta, { people, code: 'finding-raised', facts: factsOf(scene, stage), link: scene.link, cause: event.id });
    },

    FindingFollowedUp: async (event, deps, meta) => {
      const state = await deps.reviews.load(deps.tenant, event.data.id);
      if (state.status === 'absent') return;
      const { caseId, subject } = state.review;
      const auditors = (await deps.offices.holdersOf('auditor', deps.clock.today())).map(({ person }) => person);
      const people = auditors.filter((person) => person !== event.data.by);
      await tell(deps, meta, {
        people,
        code: 'finding-followed-up',
        facts: { employee: subject },
        link: `/audit?caseId=${caseId}`,
        cause: event.id,
      });
    },
  },
});
