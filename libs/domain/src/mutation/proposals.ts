import type { CommandMeta, Transactor } from '@app/event-store';
import {
  type MigrationPlan,
  type MigrationPreview,
  previewMigration,
  type Seen,
  type Signature,
  type Verdict,
} from '@app/workflow';
import { v5 as uuidv5 } from 'uuid';
import { commandOf, type EngineStep, personIn } from '@app/domain/cases';
import type { Blob, Blobs } from './blobs.js';
import { CaseRunner, type Done, type Request } from './case-runner.js';
import { Claims } from './claims.js';
import { Decreeing, type DecreePdf, type Letterhead } from './decreeing.js';
import type { DecreePrinter } from './decree-printer.js';
import { phaseOfStage } from './deciding.js';
import type { Loaded } from './definition-in-force.js';
import { Drafting, type Wish } from './drafting.js';
import { sha256Of } from './hash.js';
import { currentRuleSet } from './eligibility/current.js';
import { examine } from './eligibility/of-case.js';
import type { CaseDocument, Eligibility, MoveType } from './events.js';
import type { CaseFacts } from './facts.js';
import { Names } from './names.js';
import { inspect, type IncomingFile } from './papers.js';
import { absent, existing, whyNotEdit } from './proposing.js';
import { reject } from './refusals.js';
import { isLive, type ProposalState, stageOf, statusOf } from './state.js';
import { Submitting } from './submitting.js';
import { type ProposalView, viewOf } from './view.js';

export type ProposalsParts = Readonly<{
  transactor: Transactor;
  facts: CaseFacts;
  /** The newest published definition of a kind of move; see `definitionsInForce`. */
  definitionOf: (moveType: MoveType) => Loaded;
  blobs: Blobs;
  printer: DecreePrinter;
  tenant: string;
  letterhead: Letterhead;
}>;

type Reasoned = Readonly<{ reason: string }>;

/**
 * Everything that may be done with a proposal, for api, worker, cli and tests alike.
 *
 * Each method gathers the facts, builds the command and transacts; the rules are in the decider `proposal`. All throw the
 * decider's `Rejection`s, and `WrongRevision` where `ifMatch` no longer holds or every attempt lost the race.
 */
export class Proposals {
  readonly claims: Claims;
  private readonly names: Names;
  private readonly runner: CaseRunner;
  private readonly drafting: Drafting;
  private readonly submitting: Submitting;
  private readonly decreeing: Decreeing;

  constructor(private readonly parts: ProposalsParts) {
    const { transactor, facts, tenant, definitionOf } = parts;
    this.claims = new Claims(transactor, tenant);
    this.names = new Names(facts);
    this.runner = new CaseRunner(transactor, facts, tenant);
    this.drafting = new Drafting(this.runner, facts, definitionOf);
    this.submitting = new Submitting(this.runner, facts, this.claims);
    this.decreeing = new Decreeing({ ...parts, runner: this.runner, submitting: this.submitting });
  }

  /** Drops what is kept of people in memory: call it when a person was forgotten, beside the transactor's `forgetStates`. */
  forgetStates(): void {
    this.runner.forget();
    this.names.forget();
  }

  load(caseId: string, atLeast?: bigint): Promise<Readonly<{ state: ProposalState; revision: bigint | 'none' }>> {
    return this.runner.load(caseId, atLeast);
  }

  draft(caseId: string, wish: Wish, request: Request): Promise<Done> {
    return this.drafting.draft(caseId, wish, request);
  }

  amend(caseId: string, change: Partial<Wish>, request: Request): Promise<Done> {
    return this.drafting.amend(caseId, change, request);
  }

  /** Its id follows from the command's, so that a repeat attaches nothing twice. */
  async attach(caseId: string, paper: Readonly<{ type: string; issuedOn: string | null; file: IncomingFile }>, request: Request) {
    const { file, ...labels } = paper;
    const known = await inspect(file);
    const document: CaseDocument = {
      ...known,
      ...labels,
      documentId: uuidv5('document', request.meta.commandId),
      sha256: sha256Of(file.bytes),
    };
    const done = await this.runner.run(caseId, request, async ({ found, given }) => {
      // Bytes are kept before the event that names them, but not for somebody who will be refused.
      if (!whyNotEdit(found, given.directory, given.by)) await this.parts.blobs.put({ mime: known.mime, bytes: file.bytes });
      return { type: 'AttachDocument', data: { ...given, document } };
    });
    // As it was recorded: by the time it is repeated, it may have been taken out again.
    const attached = done.events.flatMap((event) => (event.type === 'DocumentAttached' ? [event.data] : []))[0];
    return { done, document: attached && { ...attached, attachedAt: attached.at, judgement: null } };
  }

  removeDocument(caseId: string, documentId: string, request: Request): Promise<Done> {
    return this.runner.run(caseId, request, ({ given }) => ({ type: 'RemoveDocument', data: { ...given, documentId } }));
  }

  judge(
    caseId: string,
    judgement: Readonly<{ documentId: string; verdict: 'accepted' | 'deficient'; note: string }>,
    request: Request,
  ): Promise<Done> {
    return this.runner.run(caseId, request, ({ given }) => ({ type: 'JudgeDocument', data: { ...given, ...judgement } }));
  }

  submit(caseId: string, request: Request): Promise<Done> {
    return this.submitting.submit(caseId, request);
  }

  /** The rules' facts are gathered only where the stage asks the rules. */
  async decide(
    caseId: string,
    decision: Readonly<{ stage: string; verdict: Verdict; reason: string; to?: string; seen?: Seen; signature?: Signature }>,
    request: Request,
  ): Promise<Done> {
    const phase = decision.verdict === 'approve' ? phaseOfStage[decision.stage] : undefined;
    const done = await this.runner.run(caseId, request, async (scene) => {
      const asked = phase && stageOf(scene.found) === decision.stage;
      const examined = asked ? { examined: await this.submitting.examined(caseId, scene, phase) } : {};
      return { type: 'Decide', data: { ...scene.given, ...decision, ...examined, rules: currentRuleSet.version } };
    });
    return this.freeing(caseId, done, request.meta);
  }

  async withdraw(caseId: string, { reason }: Reasoned, request: Request): Promise<Done> {
    const done = await this.runner.run(caseId, request, ({ given }) => ({ type: 'Withdraw', data: { ...given, reason } }));
    return this.freeing(caseId, done, request.meta);
  }

  async cancel(caseId: string, { reason }: Reasoned, request: Request): Promise<Done> {
    const done = await this.runner.run(caseId, request, ({ given }) => ({ type: 'Cancel', data: { ...given, reason } }));
    return this.freeing(caseId, done, request.meta);
  }

  /** Any other verb of the engine. */
  async act(caseId: string, step: EngineStep, request: Request): Promise<Done> {
    const done = await this.runner.run(caseId, request, async ({ given, today }) => {
      const named = personIn(step, given.directory);
      if (named !== undefined && !(await this.parts.facts.locate(named, today)))
        throw reject('mutation.employee-unknown', 'Nobody of that id is employed here.', { person: named });
      return commandOf(step, given);
    });
    return this.freeing(caseId, done, request.meta);
  }

  comment(caseId: string, text: string, request: Request): Promise<Done> {
    return this.runner.run(caseId, request, ({ given }) => ({ type: 'Comment', data: { ...given, text } }));
  }

  async passDeadline(
    caseId: string,
    asked: Extract<EngineStep, { type: 'PassDeadline' }>['data'],
    request: Request,
  ): Promise<Done> {
    const done = await this.runner.run(caseId, request, ({ given }) => ({
      type: 'PassDeadline',
      data: { ...given, ...asked },
    }));
    return this.freeing(caseId, done, request.meta);
  }

  /** By the system, where the office of an open stage may have become vacant. */
  findVacancy(caseId: string, asked: Readonly<{ stage: string; round: number }>, request: Request): Promise<Done> {
    return this.runner.run(caseId, request, ({ given }) => ({ type: 'FindVacancy', data: { ...given, ...asked } }));
  }

  /** By the system, once another calendar is in force. */
  replan(caseId: string, { because }: Readonly<{ because: string }>, request: Request): Promise<Done> {
    return this.runner.run(caseId, request, ({ given }) => ({ type: 'Replan', data: { ...given, because } }));
  }

  /** What going on under another version would make of a case. */
  async previewMigration(caseId: string, plan: MigrationPlan, request: Request): Promise<MigrationPreview> {
    const { state } = await this.runner.load(caseId);
    const { found, given } = await this.runner.sceneOf(state, request);
    return previewMigration(found.workflow, plan, given);
  }

  /** By the system, as somebody ordered. */
  migrate(
    caseId: string,
    order: MigrationPlan & Readonly<{ orderedBy: string; reason: string }>,
    request: Request,
  ): Promise<Done> {
    return this.runner.run(caseId, request, ({ given }) => ({ type: 'Migrate', data: { ...given, ...order } }));
  }

  remind(caseId: string, reminder: Extract<EngineStep, { type: 'Remind' }>['data'], request: Request): Promise<Done> {
    return this.runner.run(caseId, request, ({ given }) => ({ type: 'Remind', data: { ...given, ...reminder } }));
  }

  decree(caseId: string, dates: Readonly<{ date: string; effectiveDate: string }>, request: Request): Promise<Done> {
    return this.decreeing.issue(caseId, dates, request);
  }

  async rescind(caseId: string, { reason }: Reasoned, request: Request): Promise<Done> {
    const done = await this.runner.run(caseId, request, ({ given }) => ({ type: 'Rescind', data: { ...given, reason } }));
    await this.voidNumber(caseId, { because: 'rescinded' }, request);
    return this.freeing(caseId, done, request.meta);
  }

  /** By the timer of the effective date. Not due or done already: nothing happens. */
  takeEffect(caseId: string, request: Request): Promise<Done> {
    return this.runner.run(caseId, request, async (scene) => ({
      type: 'TakeEffect',
      data: { ...scene.given, ...(await this.submitting.examined(caseId, scene, 'effective')) },
    }));
  }

  halt(
    caseId: string,
    halted: Readonly<{ because: string; facts: Readonly<Record<string, unknown>> }>,
    request: Request,
  ): Promise<Done> {
    return this.runner.run(caseId, request, ({ given: { at } }) => ({ type: 'Halt', data: { ...halted, at } }));
  }

  complete(caseId: string, request: Request): Promise<Done> {
    return this.runner.run(caseId, request, ({ given: { at } }) => ({ type: 'Complete', data: { at } }));
  }

  /** What the rules say: asked now, where they will be asked next; else what was recorded last. */
  async eligibility(caseId: string, at: string): Promise<Eligibility & Readonly<{ at: string }>> {
    const { state } = await this.runner.load(caseId);
    const found = existing(state);
    if (!found) throw absent();
    const status = statusOf(state);
    const { directory, calendar, today } = await this.runner.dayOf(found.proposal.dossier, at);
    const phase =
      status === 'draft' || status === 'returned'
        ? 'draft'
        : status === 'approved'
          ? 'decree'
          : phaseOfStage[stageOf(state) ?? ''];
    if (!phase && found.proposal.eligibility) return found.proposal.eligibility;
    const asked = phase ?? 'submission';
    const examined = await this.submitting.examined(caseId, { found, today }, asked);
    return { ...examine(found, examined, { phase: asked, at, calendar, signing: directory['REGENT'] ?? [] }), at };
  }

  /** A paper's bytes. @throws Rejection `mutation.document-unknown` */
  async document(caseId: string, documentId: string): Promise<Blob & Readonly<{ name: string }>> {
    const { state } = await this.runner.load(caseId);
    const document = state.proposal?.documents.find((candidate) => candidate.documentId === documentId);
    const blob = document && (await this.parts.blobs.get(document.sha256));
    if (!blob) throw reject('mutation.document-unknown', 'The case has no such paper.', { documentId });
    return { ...blob, mime: document.mime, name: document.name };
  }

  decreePdf(caseId: string, meta: Pick<CommandMeta, 'at' | 'correlationId'>): Promise<DecreePdf> {
    return this.decreeing.pdf(caseId, meta);
  }

  /** The number of a case that was rescinded is never given again. Without a number nothing happens. */
  voidNumber(caseId: string, { because }: Readonly<{ because: string }>, { meta }: Request): Promise<void> {
    return this.decreeing.voidNumber(caseId, because, meta);
  }

  /** The case as one person sees it. `done`: what a command came to, which spares reading the case again. */
  async view(caseId: string, viewer: string, at: string, done?: Done): Promise<ProposalView> {
    const state = done?.state ?? (await this.runner.load(caseId)).state;
    const found = existing(state);
    if (!found) throw absent();
    const { directory, today: _, ...rights } = await this.runner.dayOf(found.proposal.dossier, at);
    return viewOf(
      { caseId, found, directory, rights, viewer, position: done?.position ?? null, source: done ? 'remembered' : 'asked' },
      this.names,
    );
  }

  /** A case that has died lets go of its person and its post. */
  private async freeing(caseId: string, done: Done, meta: CommandMeta): Promise<Done> {
    const status = statusOf(done.state);
    const { proposal } = done.state;
    const dead = status !== undefined && !isLive(status) && status !== 'draft' && status !== 'completed';
    if (dead && proposal && done.events.length > 0) await this.claims.release(caseId, proposal, `the case was ${status}`, meta);
    return done;
  }
}
