import { type CommandMeta, stepOf } from '@app/event-store';
import { type Day, dayOf, type Directory, type Role } from '@app/workflow';
import { type Dossier, idOf, type ProposalState } from '@app/domain/mutation';
import { noticeId } from '@app/domain/notification';
import type { PolicyDeps } from './deps.js';
import { texts } from './texts.js';

export type NoticeFacts = Readonly<Record<string, string | number | null>>;

type Telling = Readonly<{
  people: Iterable<string>;
  code: string;
  facts: NoticeFacts;
  link: string;
  /** What it is told because of. One cause tells one person once. */
  cause: string;
}>;

/** Raises a notice for each of the people. Nobody is told twice of one cause, and the system is told nothing. */
export const tell = async (
  { notices }: Pick<PolicyDeps, 'notices'>,
  meta: CommandMeta,
  { people, code, facts, link, cause }: Telling,
): Promise<void> => {
  for (const person of new Set(people)) {
    if (person.startsWith('system:')) continue;
    const id = noticeId(person, cause);
    const data = { id, person, code, facts, link, cause, at: meta.at };
    await notices.execute(id, { type: 'RaiseNotice', data }, stepOf(meta, `${id}/${code}`));
  }
};

/** A case as a policy needs it: who is concerned, and who holds which role on the day of the event. */
export type Scene = Readonly<{
  caseId: string;
  state: ProposalState;
  dossier: Dossier;
  directory: Directory;
  day: Day;
  link: string;
}>;

/** `undefined` for a stream that holds no proposal. */
export const sceneOf = async (
  { cases, facts }: Pick<PolicyDeps, 'cases' | 'facts'>,
  caseId: string,
  at: string,
): Promise<Scene | undefined> => {
  const { state } = await cases.load(caseId);
  if (!state.proposal) return undefined;
  const { dossier } = state.proposal;
  const day = dayOf(await facts.calendar(), at);
  return { caseId, state, dossier, day, directory: await facts.directory(dossier, day), link: `/proposals/${caseId}` };
};

export const sceneOfStream = (
  deps: Pick<PolicyDeps, 'cases' | 'facts'>,
  event: Readonly<{ stream: string; metadata: Readonly<{ at: string }> }>,
): Promise<Scene | undefined> => sceneOf(deps, idOf(event.stream), event.metadata.at);

/** The people who hold one of the roles. */
export const peopleIn = ({ directory }: Scene, ...roles: readonly Role[]): readonly string[] =>
  roles.flatMap((role) => (directory[role] ?? []).map(({ person }) => person));

/** The proposer and the person it is about. */
export const parties = ({ state, dossier }: Scene): readonly string[] => [
  ...(state.proposal ? [state.proposal.proposer.by] : []),
  dossier.employeeId,
];

/** What most texts of a case need. The stage's title comes from the definition, in both languages: `submission` is no stage of it. */
export const factsOf = ({ state, dossier }: Scene, stage?: string): NoticeFacts => {
  const { workflow } = state;
  const title = workflow.status === 'absent' ? undefined : workflow.definition.stages.find(({ key }) => key === stage)?.title;
  const { id, en } = title ?? texts.submission;
  return { employee: dossier.employeeId, ...(stage !== undefined && { stageId: id, stageEn: en }) };
};
