import type { Outcome, Transactor } from '@app/event-store';
import {
  type CaseContext,
  dayOf,
  type Line,
  type MigrationPlan,
  type MigrationPreview,
  type PersonId,
  previewMigration,
  type Rights,
} from '@app/workflow';
import { CaseRunner, type Request, type Scene } from './case-runner.js';
import { caseDecider } from './case-decider.js';
import type { CaseCommand, Given, Recording } from './commands.js';
import type { CaseEvent, Dossier } from './events.js';
import type { Blueprint, Blueprints, FieldProblem, Form } from './form.js';
import { keyedLines, lineKinOf, linesToSubmit, problemsOfLines, type WantedLine } from './lines.js';
import { reject } from './refusals.js';
import { type CaseState, type Existing, existing } from './state.js';
import { commandOf, personIn, type Step } from './steps.js';
import { caseStream } from './streams.js';
import type { Surroundings } from './surroundings.js';
import { type CaseView, viewOf } from './view.js';

export type CaseDone = Outcome<CaseEvent, CaseState>;

export type CasesParts = Readonly<{
  transactor: Transactor;
  surroundings: Surroundings;
  blueprints: Blueprints;
  tenant: string;
}>;

/** A dossier does not have the shape of its form. The rim answers 400 and names each field. */
export class UnfitDossier extends Error {
  override readonly name = 'UnfitDossier';
  constructor(readonly problems: readonly FieldProblem[]) {
    super(`The dossier does not fit its form: ${problems.map(({ field }) => field).join(', ')}`);
  }
}

/** A case before and after a migration. */
export type CaseMigrationPreview = Omit<MigrationPreview, 'problems'> &
  Readonly<{
    problems: readonly Readonly<{ code: MigrationPreview['problems'][number]['code'] | 'form-changed'; about: string }>[];
  }>;

/** What somebody wants to begin. */
export type NewCase = Readonly<{ definition: string; subject: PersonId; dossier: Dossier; lines?: readonly WantedLine[] }>;

/**
 * Everything that may be done with a case whose dossier is data, for api, worker, cli and tests alike.
 *
 * Each method gathers the facts, builds the command and transacts; the rules are in `caseDecider`. All throw its `Rejection`s, and
 * `WrongRevision` where `ifMatch` no longer holds or every attempt lost the race.
 */
export class Cases {
  private readonly runner: CaseRunner<CaseCommand, CaseEvent, CaseState, Existing, Given>;

  constructor(private readonly parts: CasesParts) {
    const { transactor, tenant } = parts;
    this.runner = new CaseRunner(transactor, {
      decider: caseDecider,
      streamOf: (caseId) => caseStream(tenant, caseId),
      existing,
      absent: () => reject('cases.absent', 'There is no such case.'),
      partsOf: ({ workflow }) => ({ workflow, subject: workflow.subject }),
      sceneOf: (found, request) => this.sceneOf(found, request),
      raced: 'cases.changed-meanwhile',
    });
  }

  load(caseId: string, atLeast?: bigint): Promise<Readonly<{ state: CaseState; revision: bigint | 'none' }>> {
    return this.runner.load(caseId, atLeast);
  }

  /** Drops what is kept of people in memory: call it when a person was forgotten, beside the transactor's `forgetStates`. */
  forgetStates(): void {
    this.runner.forget();
  }

  /**
   * Begins a case. What the form reckons itself is filled in.
   * @throws UnfitDossier
   */
  async draft(
    caseId: string,
    { definition: id, subject, dossier, lines: wanted = [] }: NewCase,
    { meta, ifMatch }: Request,
  ): Promise<CaseDone> {
    const { blueprints, surroundings } = this.parts;
    const blueprint = blueprints.newest(id);
    if (!blueprint)
      throw reject('cases.definition-unknown', 'No such approval takes cases here.', { field: 'definition', definition: id });
    if (!(await surroundings.isEmployed(subject)))
      throw reject('cases.subject-unknown', 'There is no such employee with a post.', { field: 'subject' });
    const { calendar, today, offices, directory } = await this.around(subject, meta.at);
    const max = blueprint.definition.lines?.max;
    const lines = await this.linesOf(wanted, { max, before: [], submitted: false });
    const when = { calendar, today, offices };
    const recording = recordingOf(blueprint.form, dossier, when, max === undefined ? undefined : lines);
    const given = { by: meta.actor, at: meta.at, directory, calendar, ...(ifMatch !== undefined && { ifMatch }) };
    const { definition, hash: definitionHash } = blueprint;
    return this.runner.transact(
      caseId,
      { type: 'DraftCase', data: { ...given, ...recording, definition, definitionHash, subject } },
      { ...meta, subject },
    );
  }

  /**
   * Another dossier, and of a batch other lines; those it has where none are given.
   * @throws UnfitDossier
   */
  amend(
    caseId: string,
    { dossier, lines: wanted }: Readonly<{ dossier: Dossier; lines?: readonly WantedLine[] }>,
    request: Request,
  ): Promise<CaseDone> {
    return this.runner.run(caseId, request, async ({ found, given, today }) => {
      const { offices } = await this.around(found.workflow.subject, given.at);
      const { form } = this.blueprintOf(found);
      const max = found.workflow.definition.lines?.max;
      const before = linesToSubmit(found) ?? [];
      const known = { max, before, submitted: found.workflow.lines.length > 0 };
      const lines = wanted === undefined ? found.file.lines : await this.linesOf(wanted, known);
      const when = { calendar: given.calendar, today, offices };
      const recording = recordingOf(form, dossier, when, max === undefined ? undefined : lines);
      return { type: 'AmendCase', data: { ...given, ...recording } };
    });
  }

  /** The dossier goes in as it stands; what makes no sense by now is refused. */
  submit(caseId: string, request: Request): Promise<CaseDone> {
    return this.runner.run(caseId, request, async ({ found, given, today }) => {
      const { workflow, file } = found;
      const { form } = this.blueprintOf(found);
      refuseObjections(form, { ...file.plain, ...file.personal }, today);
      const { offices } = await this.around(workflow.subject, given.at);
      const context = { ...contextOf(workflow, offices), ...form.context(file.plain) };
      return { type: 'SubmitDossier', data: { ...given, context, hash: file.hash } };
    });
  }

  /** Any verb of the engine. */
  act(caseId: string, step: Step, request: Request): Promise<CaseDone> {
    return this.runner.run(caseId, request, async ({ given }) => {
      const named = personIn(step, given.directory);
      if (named !== undefined && !(await this.parts.surroundings.isEmployed(named)))
        throw reject('cases.person-unknown', 'Nobody of that id is employed here.', { person: named });
      return step.type === 'Decide' ? { type: step.type, data: { ...given, ...step.data } } : commandOf(step, given);
    });
  }

  passDeadline(caseId: string, asked: Extract<Step, { type: 'PassDeadline' }>['data'], request: Request): Promise<CaseDone> {
    return this.act(caseId, { type: 'PassDeadline', data: asked }, request);
  }

  /** By the system, where the office of an open stage may have become vacant. */
  findVacancy(caseId: string, asked: Readonly<{ stage: string; round: number }>, request: Request): Promise<CaseDone> {
    return this.runner.run(caseId, request, ({ given }) => ({ type: 'FindVacancy', data: { ...given, ...asked } }));
  }

  /** By the system, once another calendar is in force. */
  replan(caseId: string, { because }: Readonly<{ because: string }>, request: Request): Promise<CaseDone> {
    return this.runner.run(caseId, request, ({ given }) => ({ type: 'Replan', data: { ...given, because } }));
  }

  /** What going on under another version would make of a case; `form-changed` where its dossier does not fit the form of that version. */
  async previewMigration(caseId: string, plan: MigrationPlan, { meta }: Request): Promise<CaseMigrationPreview> {
    const { workflow, file } = await this.runner.found(caseId);
    const { id, version } = plan.definition;
    const form = this.parts.blueprints.of(id, version)?.form;
    const unfit = form?.problems({ ...file.plain, ...file.personal }) ?? [];
    const { rights, directory } = await this.around(workflow.subject, meta.at);
    const preview = previewMigration(workflow, plan, { ...rights, directory });
    const changed = unfit.map(({ field }) => ({ code: 'form-changed' as const, about: field }));
    return { ...preview, problems: [...preview.problems, ...changed] };
  }

  /** By the system, as somebody ordered. Whether the dossier fits is the preview's to say. */
  migrate(
    caseId: string,
    order: MigrationPlan & Readonly<{ orderedBy: string; reason: string }>,
    request: Request,
  ): Promise<CaseDone> {
    return this.runner.run(caseId, request, ({ given }) => ({ type: 'Migrate', data: { ...given, ...order } }));
  }

  remind(caseId: string, asked: Extract<Step, { type: 'Remind' }>['data'], request: Request): Promise<CaseDone> {
    return this.act(caseId, { type: 'Remind', data: asked }, request);
  }

  /** The case as one person sees it. `done`: what a command came to, which spares reading the case again. */
  async view(caseId: string, viewer: PersonId, at: string, done?: CaseDone): Promise<CaseView> {
    const state = done?.state ?? (await this.runner.load(caseId)).state;
    const found = existing(state);
    if (!found) throw reject('cases.absent', 'There is no such case.');
    const { directory, rights } = await this.beside(found, at);
    return viewOf({ caseId, found, directory, rights, viewer, position: done?.position ?? null }, this.parts.surroundings);
  }

  private blueprintOf({ workflow: { definition } }: Existing): Blueprint {
    const blueprint = this.parts.blueprints.of(definition.id, definition.version);
    if (!blueprint)
      throw reject('cases.definition-unknown', 'Its definition is not kept any more.', { definition: definition.id });
    return blueprint;
  }

  private async around(subject: PersonId, at: string) {
    const { surroundings } = this.parts;
    const [calendar, authority, kin] = await Promise.all([
      surroundings.calendar(),
      surroundings.authority(),
      surroundings.kinOf(subject),
    ]);
    const today = dayOf(calendar, at);
    const rights: Rights = { at, calendar, kin, ...(authority && { authority }) };
    return { calendar, rights, today, ...(await surroundings.officesOf(subject, today)) };
  }

  /** What surrounds a case that is there: of a batch, the kin of everybody in it as well. */
  private async beside(found: Existing, at: string) {
    const around = await this.around(found.workflow.subject, at);
    return { ...around, rights: { ...around.rights, ...(await lineKinOf(found, this.parts.surroundings)) } };
  }

  private async linesOf(wanted: readonly WantedLine[], known: Parameters<typeof problemsOfLines>[1]): Promise<readonly Line[]> {
    const lines = keyedLines(wanted, known.before);
    refuseProblems(await problemsOfLines(lines, known, this.parts.surroundings));
    return lines;
  }

  private async sceneOf(found: Existing, { meta, ifMatch }: Request): Promise<Scene<Existing, Given>> {
    const { directory, rights, today } = await this.beside(found, meta.at);
    const given = { by: meta.actor, ...rights, directory, ...(ifMatch !== undefined && { ifMatch }) };
    return { found, today, given };
  }
}

type When = Readonly<{ calendar: Given['calendar']; today: string; offices: Recording['offices'] }>;

/** What is to be recorded of a dossier. */
const recordingOf = (form: Form, given: Dossier, { calendar, today, offices }: When, lines?: readonly Line[]): Recording => {
  const dossier = form.completed(given, calendar);
  const problems = form.problems(dossier);
  if (problems.length > 0) throw new UnfitDossier(problems);
  refuseObjections(form, dossier, today);
  return { ...form.split(dossier, lines), offices, ...(lines && { lines }) };
};

const refuseObjections = (form: Form, dossier: Dossier, today: string): void => refuseProblems(form.objections(dossier, today));

const refuseProblems = (errors: readonly FieldProblem[]): void => {
  if (errors.length > 0)
    throw reject('cases.dossier-objections', 'It makes no sense as it is filled in.', {
      fields: errors.map(({ field }) => field).join(', '),
      objections: errors,
    });
};

/** What conditions may ask of any case, beside its dossier; `standingFieldsOf` of the definitions says the same. */
const contextOf = (
  { starter, subject, definition: { initiators, stages } }: Existing['workflow'],
  offices: Recording['offices'],
): CaseContext => ({
  proposerRole: starter.role,
  ownRequest: starter.by === subject,
  ...Object.fromEntries(
    [...initiators, ...stages.map(({ actor }) => actor)].map((role) => [`office_${role}`, offices[role] ?? null]),
  ),
});
