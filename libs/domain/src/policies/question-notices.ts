import type { CommandMeta, Recorded } from '@app/event-store';
import { peopleAsked, whoMayAct, type WorkflowEvent } from '@app/workflow';
import type { PolicyDeps } from './deps.js';
import { factsOf, peopleIn, sceneOfStream, tell } from './tell.js';

type Of<T extends WorkflowEvent['type']> = Recorded<Extract<WorkflowEvent, { type: T }>>;

/** Whoever is asked for information hears of it at once, and until when an answer is awaited. */
export const tellAsked = async (event: Of<'InformationAsked'>, deps: PolicyDeps, meta: CommandMeta): Promise<void> => {
  const { stage, of, by, schedule } = event.data;
  const scene = await sceneOfStream(deps, event);
  if (!scene) return;
  const people = peopleAsked(scene.directory, of).filter((person) => person !== by.by);
  const facts = { ...factsOf(scene, stage), dueOn: schedule?.dueOn ?? '–' };
  await tell(deps, meta, { people, code: 'question-asked', facts, link: scene.link, cause: event.id });
};

/** Whoever acts at the stage can go on. */
export const tellAnswered = async (event: Of<'InformationAnswered'>, deps: PolicyDeps, meta: CommandMeta): Promise<void> => {
  const { stage, by } = event.data;
  const scene = await sceneOfStream(deps, event);
  if (!scene) return;
  const { workflow, directory, rights } = scene;
  const people = whoMayAct(workflow, directory, stage, rights).flatMap(({ person }) => (person === by ? [] : [person]));
  await tell(deps, meta, { people, code: 'question-answered', facts: factsOf(scene, stage), link: scene.link, cause: event.id });
};

/** The stage has ended without his answer: whoever was asked need not give it. Who ended it himself knows. */
export const tellLapsed = async (event: Of<'InformationLapsed'>, deps: PolicyDeps, meta: CommandMeta): Promise<void> => {
  const { stage, of, by } = event.data;
  const scene = await sceneOfStream(deps, event);
  if (!scene) return;
  const people = peopleAsked(scene.directory, of).filter((person) => person !== by);
  await tell(deps, meta, { people, code: 'question-lapsed', facts: factsOf(scene, stage), link: scene.link, cause: event.id });
};

/** It was not answered in time: whoever asked may ask another, or go on without. */
export const tellUnanswered = async (event: Of<'DeadlinePassed'>, deps: PolicyDeps, meta: CommandMeta): Promise<void> => {
  const { stage, round } = event.data;
  const scene = await sceneOfStream(deps, event);
  if (scene?.workflow.status !== 'open') return;
  const { question } = scene.workflow.open.find((open) => open.stage === stage && open.round === round) ?? {};
  const people = question ? [question.by] : peopleIn(scene, 'HR_OFFICER');
  await tell(deps, meta, { people, code: 'question-overdue', facts: factsOf(scene, stage), link: scene.link, cause: event.id });
};

/** By another calendar an answer is due on another day. */
export const tellReplanned = async (event: Of<'DeadlinesReplanned'>, deps: PolicyDeps, meta: CommandMeta): Promise<void> => {
  const { stage, round, to } = event.data;
  const scene = await sceneOfStream(deps, event);
  if (scene?.workflow.status !== 'open') return;
  const { question } = scene.workflow.open.find((open) => open.stage === stage && open.round === round) ?? {};
  if (!question) return;
  const facts = { ...factsOf(scene, stage), dueOn: to.dueOn };
  const people = peopleAsked(scene.directory, question.of);
  await tell(deps, meta, { people, code: 'question-replanned', facts, link: scene.link, cause: event.id });
};
