import { Rejection } from '@app/decider';
import { type CommandMeta, type Transactor, WrongRevision } from '@app/event-store';
import { dayOf } from '@app/workflow';
import { v5 as uuidv5, v7 as uuidv7 } from 'uuid';
import type { Blob, Blobs } from './blobs.js';
import type { CaseRunner, Done, Request, Scene } from './case-runner.js';
import { type Day, isDay, yearOf } from './days.js';
import { decreeRegister } from './decree-register.js';
import type { DecreePrinter } from './decree-printer.js';
import { decreeContentOf } from './decree-content.js';
import type { CaseFacts } from './facts.js';
import { proposal } from './proposal.js';
import { absent, existing } from './proposing.js';
import { reject } from './refusals.js';
import { statusOf } from './state.js';
import { caseStream, registerStream } from './streams.js';
import type { Submitting } from './submitting.js';

/** What a decree bears that no case knows: the unit's code in its number, who signs, where. */
export type Letterhead = Readonly<{
  unitCode: string;
  signatoryTitle: string;
  place: string;
  /** The law that made the government: the first of what a decree has regard to. */
  foundingLaws: readonly string[];
  /** Who gets copies, in the order of the paper. */
  copies: readonly string[];
}>;

export type DecreeParts = Readonly<{
  runner: CaseRunner;
  transactor: Transactor;
  facts: CaseFacts;
  submitting: Pick<Submitting, 'examined'>;
  blobs: Blobs;
  printer: DecreePrinter;
  tenant: string;
  letterhead: Letterhead;
}>;

/** A decree on paper, and whether it says that it was taken back. */
export type DecreePdf = Blob & Readonly<{ number: string; rescinded: boolean }>;

type Dates = Readonly<{ date: Day; effectiveDate: Day }>;

/** Numbers decrees and prints them. */
export class Decreeing {
  constructor(private readonly parts: DecreeParts) {}

  /** A number is taken from the register only when everything else is in order, so that none is lost to a refusal. */
  async issue(caseId: string, dates: Dates, asked: Request): Promise<Done> {
    const { runner, tenant, letterhead } = this.parts;
    for (const [field, value] of Object.entries(dates))
      if (!isDay(value)) throw reject('mutation.not-a-day', 'There is no such day.', { field, value });
    const { state } = await runner.load(caseId);
    const decree = state.proposal?.decree;
    // The same again is a repeat, whatever ETag it names.
    const request = decree?.date === dates.date && decree.effectiveDate === dates.effectiveDate ? { meta: asked.meta } : asked;
    const scene = await runner.sceneOf(state, request);
    const examined = await this.parts.submitting.examined(caseId, scene, 'decree', dates.effectiveDate);
    const signing = await this.signing(scene, dates.date);
    const year = yearOf(dates.date);
    const register = letterhead.unitCode;
    const rest = { ...examined, ...dates, signing, register, year };

    const trial = proposal.decide({ type: 'IssueDecree', data: { ...scene.given, ...rest, number: '', serial: 0 } }, state);
    if (trial instanceof Rejection)
      throw trial.code === 'mutation.changed-meanwhile' ? new WrongRevision(caseStream(tenant, caseId), 'none') : trial;
    const { number, serial } = decree ?? (await this.numberFor(caseId, register, year, request.meta));
    const done = await runner
      .run(caseId, request, ({ given }) => ({ type: 'IssueDecree', data: { ...given, ...rest, number, serial } }))
      .catch(async (error: unknown) => {
        // Rescinded between the numbering and the recording: nobody will ever use the number.
        if (error instanceof Rejection) await this.voidNumber(caseId, 'rescinded', request.meta);
        throw error;
      });
    try {
      await this.pdf(caseId, request.meta);
    } catch {
      // The decree stands without its print, which the first who asks for it makes.
    }
    return done;
  }

  /**
   * The decree's bytes, made the first time somebody asks. Once it is rescinded nobody gets them any more, but a print that
   * says so on every page; the first ones stay as they were, under their hash.
   * @throws Rejection `mutation.no-decree`
   */
  async pdf(caseId: string, meta: Pick<CommandMeta, 'at' | 'correlationId'>): Promise<DecreePdf> {
    const { runner, blobs, printer, facts, letterhead } = this.parts;
    const { state } = await runner.load(caseId);
    const found = existing(state);
    if (!found) throw absent();
    const { decree, dossier } = found.proposal;
    if (!decree) throw reject('mutation.no-decree', 'There is no decree yet.');
    const { effect } = found.proposal;
    const { number } = decree;
    const rescinded = effect.status === 'rescinded' ? effect : undefined;
    const printed = !rescinded && decree.pdf && (await blobs.get(decree.pdf.sha256));
    if (printed) return { ...printed, number, rescinded: false };

    const { directory, calendar } = await runner.dayOf(dossier, meta.at);
    const signing = await this.signing({ found, given: { directory } }, decree.date);
    const content = await decreeContentOf(found, decree, signing, facts, letterhead);
    if (rescinded) {
      const mark = { on: dayOf(calendar, rescinded.at), reason: rescinded.reason };
      return { mime: 'application/pdf', bytes: await printer.print({ ...content, rescinded: mark }), number, rescinded: true };
    }
    const bytes = await printer.print(content);
    const sha256 = await blobs.put({ mime: 'application/pdf', bytes });
    const commandId = uuidv5('print', caseId);
    const command = { type: 'RecordPrint', data: { sha256, size: bytes.length, at: meta.at } } as const;
    const own = {
      ...meta,
      actor: 'system:printer',
      causationId: commandId,
      commandId,
      tenant: this.parts.tenant,
      subject: dossier.employeeId,
    };
    const { state: after } = await runner.transact(caseId, command, own);
    const kept = after.proposal?.decree?.pdf?.sha256;
    const first = kept !== undefined && kept !== sha256 ? await blobs.get(kept) : undefined;
    return { ...(first ?? { mime: 'application/pdf', bytes }), number, rescinded: false };
  }

  /** The number of a rescinded case stays void, also one that was given and never got into a decree. Nothing happens to a case that lives. */
  async voidNumber(caseId: string, because: string, meta: CommandMeta): Promise<void> {
    const { runner, transactor, facts, tenant, letterhead } = this.parts;
    const { state } = await runner.load(caseId);
    if (statusOf(state) !== 'rescinded' || state.workflow.status !== 'closed') return;
    const { closedAt } = state.workflow;
    const calendar = await facts.calendar();
    const decree = state.proposal?.decree;
    const [first, last] = decree
      ? [decree.year, decree.year]
      : [yearOf(dayOf(calendar, closedAt)), yearOf(dayOf(calendar, meta.at))];
    for (let year = first; year <= last; year++) {
      const stream = registerStream(tenant, decree?.register ?? letterhead.unitCode, year);
      const command = { type: 'VoidNumber', data: { caseId, because, at: meta.at } } as const;
      await transactor.transact(stream, decreeRegister, command, this.fresh(meta), { attempts: 20 });
    }
  }

  private async numberFor(
    caseId: string,
    unitCode: string,
    year: number,
    meta: CommandMeta,
  ): Promise<Readonly<{ number: string; serial: number }>> {
    const stream = registerStream(this.parts.tenant, unitCode, year);
    const command = { type: 'IssueNumber', data: { caseId, year, unitCode, at: meta.at } } as const;
    // Many cases ask the one register at a time.
    const { state } = await this.parts.transactor.transact(stream, decreeRegister, command, this.fresh(meta), { attempts: 20 });
    const issued = state.byCase[caseId];
    if (!issued) throw new Error(`the register ${stream} gave no number`);
    return issued;
  }

  private async signing(
    { found, given }: Readonly<{ found: Scene['found']; given: Pick<Scene['given'], 'directory'> }>,
    date: Day,
  ) {
    const { employeeId, fromAgency, toAgency } = found.proposal.dossier;
    return (
      (await this.parts.facts.directory({ employeeId, fromAgency, toAgency }, date))['REGENT'] ?? given.directory['REGENT'] ?? []
    );
  }

  private fresh({ subject: _, commandHash: __, ...meta }: CommandMeta): CommandMeta {
    return { ...meta, commandId: uuidv7() };
  }
}
