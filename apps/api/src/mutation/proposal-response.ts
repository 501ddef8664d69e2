import type { ChecklistItem as Paper, ProposalView } from '@app/domain/mutation';
import { maskNip } from '@app/domain/staffing';
import type { Language } from '@app/platform';
import type { Place } from '../http/places.js';
import type { Standing } from '../http/standing.js';
import type { Wording } from '../http/wording.js';
import type { ChecklistItem, DocumentResponse } from './document-responses.js';
import type { Action, ProposalResponse } from './responses.js';

/** Whose eyes it is for. */
export type Reader = Readonly<{ standing: Standing; language: Language; wording: Wording }>;

type Document = NonNullable<Paper['document']>;

/** What was said and is forgotten with its person reads as `null`, whatever its type says; here it is empty then. */
const legible = (text: string | null): string => text ?? '';

export const documentOf = ({ documentId, type, name, size, mime, sha256, issuedOn, attachedAt }: Document): DocumentResponse => ({
  id: documentId,
  type,
  name: legible(name),
  size,
  mime,
  sha256,
  issuedOn,
  attachedAt,
});

const checklistItemOf = ({ type, label, required, producedBy, state, document, note }: Paper): ChecklistItem => ({
  type,
  label,
  required,
  producedBy,
  state,
  document: document && documentOf(document),
  note,
});

const actionOf = (
  { verb, refusal, reason, signature, to }: ProposalView['actions'][number],
  { language, wording }: Reader,
): Action => ({
  verb,
  allowed: refusal === null,
  ...(refusal && { code: refusal.code, detail: wording.find(refusal.code, language, refusal.facts) ?? refusal.message }),
  reason,
  ...(signature && { signature }),
  ...(to && { to: [...to] }),
});

const placeOf = ({ post, unit, agency }: ProposalView['from']): Place => ({
  post: { id: post.id, title: post.title },
  unit,
  agency,
});

/** The page of a proposal: what one person may know of it, in his language. */
export const proposalResponse = (view: ProposalView, reader: Reader): ProposalResponse => {
  const {
    etag: _,
    employee,
    from,
    to,
    stages,
    mayAct,
    actions,
    checklist,
    changes,
    decree,
    halted,
    seen,
    vacancies,
    deadline,
    ...rest
  } = view;
  const { standing, language, wording } = reader;
  const open = standing.seesPersonalNumbers || standing.person === employee.id;
  return {
    ...rest,
    reason: legible(rest.reason),
    employee: { ...employee, nip: open ? employee.nip : maskNip(employee.nip) },
    from: placeOf(from),
    to: placeOf(to),
    stages: stages.map(({ overdue: __, outcome, holders, question, ...stage }) => ({
      ...stage,
      outcome: outcome ?? null,
      holders: [...holders],
      question: question && { ...question, of: [...question.of] },
    })),
    deadline: deadline && { ...deadline },
    seen: { ...seen },
    vacancies: vacancies.map(({ alerted, ...vacancy }) => ({ ...vacancy, alerted: [...alerted] })),
    mayAct: [...mayAct],
    actions: actions.map((action) => actionOf(action, reader)),
    checklist: checklist.map(checklistItemOf),
    changes: changes.map(({ round, fields }) => ({ round, fields: [...fields] })),
    decree: decree && {
      number: decree.number,
      date: decree.date,
      effectiveDate: decree.effectiveDate,
      pdf: `/api/proposals/${view.id}/decree.pdf`,
    },
    halted: halted && {
      because: halted.because,
      detail: wording.say(`mutation.halted.${halted.because}`, language, halted.facts),
      at: halted.at,
    },
  };
};
