import type { CaseView } from '@app/domain/cases';
import type { Language } from '@app/platform';
import type { Wording } from '../http/wording.js';
import type { Standing } from '../http/standing.js';
import { linesFor } from './line-pages.js';
import type { Found } from './case-book.js';
import type { CaseActionResponse, CaseResponse } from './responses.js';

type Reader = Readonly<{ language: Language; wording: Wording; standing: Standing }>;

const actionOf = (
  { verb, stage, refusal, reason, fields, signature, to }: CaseView['actions'][number],
  { language, wording }: Pick<Reader, 'language' | 'wording'>,
): CaseActionResponse => ({
  verb,
  stage,
  allowed: refusal === null,
  ...(refusal && { code: refusal.code, detail: wording.find(refusal.code, language, refusal.facts) ?? refusal.message }),
  reason,
  fields: [...fields],
  ...(signature && { signature }),
  ...(to && { to: [...to] }),
});

/** The page of a case: what one person may know of it, in his language. */
export const caseResponse = (view: CaseView, { kind, workflow }: Found, reader: Reader): CaseResponse => ({
  id: view.id,
  kind,
  definition: view.definition,
  status: view.status,
  open: [...view.open],
  round: view.round,
  subject: { id: view.subject.id, name: view.subject.name },
  startedBy: view.startedBy,
  dossier: { ...view.dossier },
  createdAt: view.createdAt,
  submittedAt: view.submittedAt,
  updatedAt: view.updatedAt,
  dueOn: view.dueOn,
  dueAt: view.dueAt,
  deadline: view.deadline && { ...view.deadline },
  suspended: workflow.suspended?.reason ?? null,
  stages: view.stages.map(({ overdue: _, outcome, holders, question, ...stage }) => ({
    ...stage,
    outcome: outcome ?? null,
    holders: [...holders],
    question: question && { ...question, of: [...question.of] },
  })),
  mayAct: [...view.mayAct],
  seen: { ...view.seen },
  vacancies: view.vacancies.map(({ alerted, ...vacancy }) => ({ ...vacancy, alerted: [...alerted] })),
  actions: view.actions.map((action) => actionOf(action, reader)),
  lines: linesFor(view.lines, reader.standing),
  attachments: workflow.attachments.map(({ id, name, size, mime, sha256, at }) => ({
    id,
    name: name ?? '',
    size,
    mime,
    sha256,
    at,
  })),
  changes: view.changes.map(({ round, fields }) => ({ round, fields: [...fields] })),
  position: view.position,
});
