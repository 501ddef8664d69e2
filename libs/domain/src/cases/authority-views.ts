import {
  type Directory,
  type InForce,
  type PersonId,
  type Rights,
  type Role,
  type Seen,
  seenAt,
  type VacancyPolicy,
  waitingFor,
  type WorkflowState,
} from '@app/workflow';

/** An open stage whose own office has nobody who may act: `by` is the role that is told, or acts in its place. */
export type VacancyFacts = Readonly<{
  stage: string;
  role: Role;
  policy: VacancyPolicy['policy'];
  by: Role | null;
  alerted: readonly PersonId[];
}>;

export const vacanciesIn = (workflow: WorkflowState, directory: Directory, rights: Rights): readonly VacancyFacts[] =>
  waitingFor(workflow, directory, rights).flatMap(({ stage, role, vacancy }) =>
    vacancy ? [{ stage, role, policy: vacancy.policy, by: vacancy.role ?? null, alerted: vacancy.alerted }] : [],
  );

/** What a decision of the viewer's would rest on now, by the key of each open stage. */
export const seenIn = (
  workflow: WorkflowState,
  { directory, viewer, rights }: Readonly<{ directory: Directory; viewer: PersonId; rights: Rights }>,
  inForce: InForce,
): Readonly<Record<string, Seen>> =>
  workflow.status === 'open'
    ? Object.fromEntries(
        workflow.open.map((open) => [open.stage, seenAt({ state: workflow, open }, directory, viewer, rights, inForce)]),
      )
    : {};
