import {
  type CaseDone,
  type Cases,
  existing,
  type Existing,
  lineKinOf,
  type Surroundings,
  UnfitDossier,
  viewOf,
} from '@app/domain/cases';
import { type CaseFacts, etagOf as etagOfTransfer, existing as existingTransfer, type Proposals } from '@app/domain/mutation';
import type { CaseKind } from '@app/domain/policies';
import { Rejection } from '@app/decider';
import { WrongRevision } from '@app/event-store';
import { invalidFields, Refusal } from '@app/platform';
import type { BusinessClock } from '@app/scheduling';
import type { Written } from '../http/answer.js';
import type { Caller } from '../http/asked.js';
import { maySee } from '../mutation/access.js';
import { caseResponse } from './case-response.js';
import type { CaseResponse } from './responses.js';
import type { Standings } from '../http/standing.js';
import type { Wording } from '../http/wording.js';

/** A case of any kind, as this address shows it. */
export type Found = Existing & Readonly<{ kind: CaseKind; etag?: string }>;

export type CaseBookParts = Readonly<{
  cases: Cases;
  proposals: Proposals;
  facts: CaseFacts;
  surroundings: Surroundings;
  clock: BusinessClock;
  wording: Wording;
  standings: Standings;
}>;

/** Cases of every kind under one address: a transfer is one of them. Who may not know of a case learns nothing, not even that it is there. */
export class CaseBook {
  constructor(private readonly parts: CaseBookParts) {}

  /** @throws Rejection `cases.absent` for a case that is not there, and for one that is nobody's business */
  async require(id: string, person: string): Promise<Found> {
    const found = (await this.transfer(id)) ?? (await this.other(id));
    if (!found) throw absent();
    const { directory } = await this.around(found);
    const submitted = found.file.submissions.length > 0;
    if (!maySee({ workflow: found.workflow, submitted }, directory, person)) throw absent();
    return found;
  }

  /** The page of a case, for one person. After a write it is made of what the write came to. */
  async page(id: string, { person, language }: Caller, done?: CaseDone): Promise<Written<CaseResponse>> {
    const of = done && existing(done.state);
    const found = of ? { ...of, kind: 'case' as const } : await this.require(id, person);
    const { directory, rights } = await this.around(found);
    const position = done?.position ?? null;
    const { wording, standings } = this.parts;
    const view = await viewOf({ caseId: id, found, directory, rights, viewer: person, position }, this.parts.surroundings);
    return {
      body: caseResponse(view, found, { language, wording, standing: await standings.of(person) }),
      position: done?.position,
      etag: ('etag' in found ? found.etag : undefined) ?? view.etag,
    };
  }

  /**
   * Runs a write without asking first, since who may act may also see. To somebody who may not know of the case it is refused as if
   * it were not there; what is wrong with a dossier is said field by field, in his language.
   */
  async guard(id: string, { person, language }: Caller, write: () => Promise<CaseDone>): Promise<CaseDone> {
    try {
      const done = await write();
      if (done.events.length === 0) await this.require(id, person);
      return done;
    } catch (error) {
      const refused = error instanceof Rejection && error.code !== 'command.id-reused';
      if (refused || error instanceof WrongRevision || error instanceof UnfitDossier) await this.require(id, person);
      throw inFields(error, language);
    }
  }

  private async transfer(id: string): Promise<Found | undefined> {
    const { state } = await this.parts.proposals.load(id);
    const found = existingTransfer(state);
    if (!found) return undefined;
    const { dossier, dossierHash: hash, submissions, createdAt, updatedAt } = found.proposal;
    const { reason, ...plain } = dossier;
    const file = {
      plain,
      personal: { reason },
      hash,
      lines: [],
      said: [],
      submissions: submissions.map(({ round, at, dossier: { reason: why, ...then } }) => ({
        round,
        at,
        plain: then,
        personal: { reason: why },
      })),
      createdAt,
      updatedAt,
    };
    return { workflow: found.workflow, file, kind: 'mutation', etag: etagOfTransfer(state) };
  }

  private async other(id: string): Promise<Found | undefined> {
    const found = existing((await this.parts.cases.load(id)).state);
    return found && { ...found, kind: 'case' };
  }

  private async around({ kind, workflow, file }: Found) {
    const { facts, surroundings, clock } = this.parts;
    const subject = workflow.subject;
    const lineKin = await lineKinOf({ workflow, file }, surroundings);
    const source = kind === 'mutation' ? facts : surroundings;
    const [calendar, authority, kin] = await Promise.all([source.calendar(), source.authority(), source.kinOf(subject)]);
    const rights = { at: clock.now(), calendar, kin, ...lineKin, ...(authority && { authority }) };
    const parties = {
      employeeId: subject,
      fromAgency: String(file.plain['fromAgency']),
      toAgency: String(file.plain['toAgency']),
    };
    const directory =
      kind === 'mutation'
        ? await facts.directory(parties, clock.today())
        : (await surroundings.officesOf(subject, clock.today())).directory;
    return { directory, rights };
  }
}

/** What is wrong with a dossier, as a problem that names each field: 400 for its shape, 422 for its meaning. */
export const inFields = (error: unknown, language: Caller['language']): unknown => {
  if (error instanceof UnfitDossier) return invalidFields(error.problems);
  if (!(error instanceof Rejection) || error.code !== 'cases.dossier-objections') return error;
  const { objections, ...facts } = error.facts;
  const errors = Array.isArray(objections) ? objections.map((each: Objection) => said(each, language)) : [];
  return new Refusal(422, error.code, facts, errors);
};

type Objection = Readonly<{ field: string; code: string; message: string; text?: Readonly<{ id: string; en: string }> }>;

const said = ({ field, code, message, text }: Objection, language: Caller['language']) => ({
  field,
  code,
  message: text?.[language] ?? message,
});

const absent = (): Rejection => new Rejection('missing', 'cases.absent', 'There is no such case.');
