import { type CommandMeta, stepOf } from '@app/event-store';
import { type Day, dayOf, type Directory, type Rights, type Role, type Text, type WorkflowState } from '@app/workflow';
import { existing, lineKinOf } from '@app/domain/cases';
import { noticeId } from '@app/domain/notification';
import { caseOf, linkOf } from './case-streams.js';
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

/** A case as a policy needs it, whatever it is about: who is concerned, and who holds which role on the day of the event. */
export type Scene = Readonly<{
  caseId: string;
  /** What it is called in a sentence. */
  what: Text;
  workflow: Exclude<WorkflowState, { status: 'absent' }>;
  subject: string;
  proposer: string;
  /** Whether anybody but its proposer has heard of it. */
  submitted: boolean;
  directory: Directory;
  /** By what else the right to act is judged. */
  rights: Rights;
  day: Day;
  link: string;
}>;

type Deps = Pick<PolicyDeps, 'cases' | 'facts' | 'otherCases' | 'surroundings'>;

/** `undefined` where there is no such case. */
export const sceneOf = async (deps: Deps, caseId: string, at: string): Promise<Scene | undefined> =>
  (await transferOf(deps, caseId, at)) ?? (await otherOf(deps, caseId, at));

/** `undefined` for a stream that holds no case. The case as it was at the event, or later. */
export const sceneOfStream = async (
  deps: Deps,
  { stream, revision, metadata: { at } }: Readonly<{ stream: string; revision: bigint; metadata: Readonly<{ at: string }> }>,
): Promise<Scene | undefined> => {
  const found = caseOf(stream);
  if (!found) return undefined;
  return found.kind === 'mutation' ? transferOf(deps, found.id, at, revision) : otherOf(deps, found.id, at, revision);
};

const transferOf = async ({ cases, facts }: Deps, caseId: string, at: string, atLeast?: bigint): Promise<Scene | undefined> => {
  const { workflow, proposal } = (await cases.load(caseId, atLeast)).state;
  if (!proposal || workflow.status === 'absent') return undefined;
  const { dossier, proposer, submissions } = proposal;
  const [calendar, authority, kin] = await Promise.all([facts.calendar(), facts.authority(), facts.kinOf(dossier.employeeId)]);
  const day = dayOf(calendar, at);
  return {
    caseId,
    what: texts.transfer,
    workflow,
    subject: dossier.employeeId,
    proposer: proposer.by,
    submitted: submissions.length > 0,
    directory: await facts.directory(dossier, day),
    rights: { at, calendar, kin, ...(authority && { authority }) },
    day,
    link: linkOf('mutation', caseId),
  };
};

const otherOf = async (
  { otherCases, surroundings }: Deps,
  caseId: string,
  at: string,
  atLeast?: bigint,
): Promise<Scene | undefined> => {
  const found = existing((await otherCases.load(caseId, atLeast)).state);
  if (!found) return undefined;
  const { workflow, file } = found;
  const { subject, starter, definition } = workflow;
  const [calendar, authority, kin, lineKin] = await Promise.all([
    surroundings.calendar(),
    surroundings.authority(),
    surroundings.kinOf(subject),
    lineKinOf(found, surroundings),
  ]);
  const day = dayOf(calendar, at);
  return {
    caseId,
    what: definition.title,
    workflow,
    subject,
    proposer: starter.by,
    submitted: file.submissions.length > 0,
    directory: (await surroundings.officesOf(subject, day)).directory,
    rights: { at, calendar, kin, ...lineKin, ...(authority && { authority }) },
    day,
    link: linkOf('case', caseId),
  };
};

/** The people who hold one of the roles. */
export const peopleIn = ({ directory }: Pick<Scene, 'directory'>, ...roles: readonly Role[]): readonly string[] =>
  roles.flatMap((role) => (directory[role] ?? []).map(({ person }) => person));

/** The proposer and the person it is about. */
export const parties = ({ proposer, subject }: Scene): readonly string[] => [proposer, subject];

/** What most texts of a case need. The stage's title comes from the definition, in both languages: `submission` is no stage of it. */
export const factsOf = ({ what, workflow, subject }: Scene, stage?: string): NoticeFacts => {
  const title = workflow.definition.stages.find(({ key }) => key === stage)?.title ?? texts.submission;
  return {
    employee: subject,
    whatId: what.id,
    whatEn: what.en,
    ...(stage !== undefined && { stageId: title.id, stageEn: title.en }),
  };
};
