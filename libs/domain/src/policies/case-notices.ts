import { policy } from '@app/event-store';
import type { CaseEvent } from '@app/domain/cases';
import type { ProposalEvent } from '@app/domain/mutation';
import { explain, whoMayAct } from '@app/workflow';
import { caseOf } from './case-streams.js';
import type { PolicyDeps } from './deps.js';
import { tellFallen, tellStanding } from './line-notices.js';
import { tellAnswered, tellAsked, tellLapsed, tellReplanned, tellUnanswered } from './question-notices.js';
import { factsOf, parties, peopleIn, sceneOfStream, tell } from './tell.js';

/** `before-1` is the kind `before`: how many days it was, and how often it was told, does not change what is said. */
const kindOfReminder = (code: string) => code.replace(/-\d+(x\d+)?$/, '');

/** Why somebody never may act at a stage although he holds its office: it does not wait for him. */
const barred: ReadonlySet<string> = new Set([
  'workflow.own-case',
  'workflow.kin',
  'workflow.own-line',
  'workflow.four-eyes',
  'workflow.once-per-case',
  'workflow.authority-denied',
  'workflow.recused',
  'workflow.not-an-actor',
]);

/** Who is told what happens to a case. */
export const caseNotices = policy<ProposalEvent | CaseEvent, PolicyDeps>({
  name: 'case-notices',
  on: {
    StageOpened: async (event, deps, meta) => {
      const { stage, kind, holdings, schedule, carries } = event.data;
      const scene = kind === 'check' ? undefined : await sceneOfStream(deps, event);
      if (!scene) return;
      const facts = { ...factsOf(scene, stage), ...(schedule && { dueOn: schedule.dueOn }) };
      // Of an office that is vacant, or as good as vacant, is told once it has been found to be so.
      const { workflow, directory, rights } = scene;
      const verb = kind === 'external' ? 'record-answer' : 'approve';
      const people = holdings
        .map(({ person }) => person)
        .filter((person) => !carries?.voted.includes(person))
        .filter((person) => !barred.has(explain(workflow, person, directory, verb, stage, rights)?.code ?? ''));
      await tell(deps, meta, { people, code: 'stage-opened', facts, link: scene.link, cause: event.id });
    },

    VacancyFound: async (event, deps, meta) => {
      const { stage, alerted, instead } = event.data;
      const scene = await sceneOfStream(deps, event);
      if (!scene) return;
      const said = { facts: factsOf(scene, stage), link: scene.link, cause: event.id };
      const acting = instead.map(({ person }) => person);
      // Whoever acts in its place is told so; where the definition names nobody, HR is told.
      await tell(deps, meta, { people: acting, code: 'stage-instead', ...said });
      const others = alerted.length > 0 ? alerted : peopleIn(scene, 'HR_OFFICER', 'HR_HEAD');
      await tell(deps, meta, { people: others.filter((person) => !acting.includes(person)), code: 'stage-vacant', ...said });
    },

    InformationAsked: tellAsked,
    InformationAnswered: tellAnswered,
    InformationLapsed: tellLapsed,

    DeadlinesReplanned: async (event, deps, meta) => {
      const { stage, wait, from, to } = event.data;
      if (from.dueOn === to.dueOn) return;
      if (wait === 'question') return tellReplanned(event, deps, meta);
      const scene = await sceneOfStream(deps, event);
      if (!scene) return;
      const { workflow, directory, rights } = scene;
      const here = stage === 'submission' || wait ? undefined : stage;
      const people = whoMayAct(workflow, directory, here, rights).map(({ person }) => person);
      const facts = { ...factsOf(scene, stage), dueOn: to.dueOn, wasDueOn: from.dueOn };
      await tell(deps, meta, {
        people,
        code: wait ? 'case-replanned' : 'stage-replanned',
        facts,
        link: scene.link,
        cause: event.id,
      });
    },

    ReminderFellDue: async (event, deps, meta) => {
      const { stage, round, wait = 'stage', code, people, dueOn, at } = event.data;
      const scene = await sceneOfStream(deps, event);
      if (!scene) return;
      // All that a jump of the clock makes due of one wait has one instant, and so becomes one notice.
      const cause = `${event.stream}#${stage}#${round}${wait === 'stage' ? '' : `#${wait}`}@${at}`;
      const told =
        people.length > 0
          ? { people, code: `${wait}-${kindOfReminder(code)}` }
          : { people: peopleIn(scene, 'HR_OFFICER', 'HR_HEAD'), code: `${wait}-vacant` };
      await tell(deps, meta, { ...told, facts: { ...factsOf(scene, stage), dueOn }, link: scene.link, cause });
    },

    DeadlinePassed: async (event, deps, meta) => {
      const { stage, round, wait, outcome, at } = event.data;
      if (wait === 'question') return tellUnanswered(event, deps, meta);
      const scene = outcome === 'closed' ? undefined : await sceneOfStream(deps, event);
      if (!scene) return;
      const told =
        outcome === 'silent'
          ? { people: parties(scene), code: 'stage-silent' }
          : wait
            ? { people: [scene.proposer, ...peopleIn(scene, 'HR_OFFICER')], code: 'case-overdue' }
            : { people: peopleIn(scene, 'HR_OFFICER'), code: 'stage-overdue' };
      await tell(deps, meta, {
        ...told,
        facts: factsOf(scene, stage),
        link: scene.link,
        cause: `${event.stream}#${stage}#${round}${wait ? '#case' : ''}@${at}`,
      });
    },

    CaseReturned: async (event, deps, meta) => {
      const { from, to } = event.data;
      const scene = to === 'submission' ? await sceneOfStream(deps, event) : undefined;
      if (!scene) return;
      await tell(deps, meta, {
        people: [scene.proposer],
        code: 'case-returned',
        facts: factsOf(scene, from),
        link: scene.link,
        cause: event.id,
      });
    },

    LinesFellOut: async (event, deps, meta) => {
      const scene = await sceneOfStream(deps, event);
      if (scene) await tellFallen(event, scene, deps, meta);
    },

    CaseClosed: async (event, deps, meta) => {
      const scene = await sceneOfStream(deps, event);
      // Of a draft that was never submitted nobody has heard.
      if (!scene?.submitted) return;
      const { outcome, by } = event.data;
      await tellStanding(event, scene, deps, meta);
      const said = { facts: factsOf(scene), link: scene.link };
      await tell(deps, meta, {
        people: parties(scene).filter((person) => person !== by),
        code: `case-${outcome}`,
        cause: event.id,
        ...said,
      });
      if (outcome === 'approved' && caseOf(event.stream)?.kind === 'mutation')
        await tell(deps, meta, {
          people: peopleIn(scene, 'HR_OFFICER'),
          code: 'decree-wanted',
          cause: `${event.id}#decree`,
          ...said,
        });
    },

    DecreeNumbered: async (event, deps, meta) => {
      const scene = await sceneOfStream(deps, event);
      if (!scene) return;
      const { number, effectiveDate } = event.data;
      const people = [...parties(scene), ...peopleIn(scene, 'ORIGIN_HEAD', 'DEST_HEAD')];
      await tell(deps, meta, {
        people,
        code: 'decree-numbered',
        facts: { ...factsOf(scene), number, effectiveDate },
        link: scene.link,
        cause: event.id,
      });
    },

    ApprovalRescinded: async (event, deps, meta) => {
      const scene = await sceneOfStream(deps, event);
      if (!scene) return;
      const people = [...parties(scene), ...peopleIn(scene, 'ORIGIN_HEAD', 'DEST_HEAD', 'HR_OFFICER')];
      await tell(deps, meta, { people, code: 'approval-rescinded', facts: factsOf(scene), link: scene.link, cause: event.id });
    },

    TransferTookEffect: async (event, deps, meta) => {
      const scene = await sceneOfStream(deps, event);
      if (!scene) return;
      const people = [scene.subject, ...peopleIn(scene, 'ORIGIN_HEAD', 'DEST_HEAD', 'HR_OFFICER')];
      await tell(deps, meta, {
        people,
        code: 'transfer-effective',
        facts: { ...factsOf(scene), on: event.data.on },
        link: scene.link,
        cause: event.id,
      });
    },

    TransferHalted: async (event, deps, meta) => {
      const scene = await sceneOfStream(deps, event);
      if (!scene) return;
      const facts = { ...factsOf(scene), because: event.data.because };
      await tell(deps, meta, {
        people: peopleIn(scene, 'HR_OFFICER', 'HR_HEAD'),
        code: 'transfer-halted',
        facts,
        link: scene.link,
        cause: event.id,
      });
    },
  },
});
