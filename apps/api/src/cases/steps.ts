import type { EngineStep } from '@app/domain/cases';
import type { Type } from '@nestjs/common';
import { CommentRequest, ReasonRequest, SubmitRequest } from '../mutation/requests.js';
import { CaseDecisionRequest, type LineVerdictRequest } from './line-requests.js';
import type { CaseWish } from './messages.js';
import {
  AdviceRequest,
  AdviserRequest,
  AnswerRequest,
  ExternalAnswerRequest,
  OptionalReasonRequest,
  QuestionRequest,
  ReassignmentRequest,
  StageReasonRequest,
  StageRequest,
} from './requests.js';

/** A verb as it is asked for over HTTP: where, with what, and what of the engine it is. */
export type StepRow<Wanted extends CaseWish = CaseWish> = Readonly<{
  path: string;
  summary: string;
  body: Type;
  /** Whether it may be made conditional on the version that was read. */
  conditional?: true;
  wish: (body: unknown) => Wanted;
}>;

/** A row whose body is of a class: what comes in was checked against it. */
const row = <Body extends object, Wanted extends CaseWish>(
  path: string,
  summary: string,
  body: new () => Body,
  wish: (body: Body) => Wanted,
  more: Pick<StepRow, 'conditional'> = {},
): StepRow<Wanted> => ({
  path,
  summary,
  body,
  wish: (given) => {
    if (!(given instanceof body)) throw new Error(`${path} was given what was not checked`);
    return wish(given);
  },
  ...more,
});

const reasoned = ({ reason = '', ...rest }: StageReasonRequest) => ({ ...rest, reason });

const reasonedLines = (lines: Readonly<Record<string, LineVerdictRequest>>) =>
  Object.fromEntries(Object.entries(lines).map(([key, { verdict, reason = '' }]) => [key, { verdict, reason }]));

/** What a transfer has addresses of its own for. */
export const ownSteps: readonly StepRow[] = [
  row('submission', 'Submit it, or submit it again after a return', SubmitRequest, () => ({ type: 'Submit', data: {} })),
  row(
    'decisions',
    'Approve, reject or return it at a stage',
    CaseDecisionRequest,
    ({ reason = '', lines, password: _, ...decision }) => ({
      type: 'Decide',
      data: { ...decision, reason, ...(lines && { lines: reasonedLines(lines) }) },
    }),
    { conditional: true },
  ),
  row('withdrawal', 'Withdraw it', ReasonRequest, (data) => ({ type: 'Withdraw', data: { ...data } })),
  row('comments', 'Remark on it', CommentRequest, (data) => ({ type: 'Comment', data: { ...data } })),
];

/** Every other verb of the engine, the same for every kind of case. To add one, add its row. */
export const commonSteps: readonly StepRow<EngineStep>[] = [
  row('cancellation', 'Cancel it, by those whom the definition names', ReasonRequest, (data) => ({
    type: 'Cancel',
    data: { ...data },
  })),
  row('suspension', 'Suspend it: nothing falls due until it is resumed', ReasonRequest, (data) => ({
    type: 'Suspend',
    data: { ...data },
  })),
  row('resumption', 'Resume it', OptionalReasonRequest, ({ reason = '' }) => ({ type: 'Resume', data: { reason } })),
  row('questions', 'Ask for information; the clock of the stage pauses', QuestionRequest, (data) => ({
    type: 'Ask',
    data: { ...data },
  })),
  row('answers', 'Answer what was asked', AnswerRequest, (data) => ({ type: 'Answer', data: { ...data } })),
  row('claims', 'Take the task for oneself', StageRequest, ({ stage }) => ({ type: 'Claim', data: { stage } })),
  row('releases', 'Give the task back', StageRequest, ({ stage }) => ({ type: 'Unclaim', data: { stage } })),
  row('reassignments', 'Give the task to another holder of the office', ReassignmentRequest, (data) => ({
    type: 'Reassign',
    data: { to: data.to, ...reasoned(data) },
  })),
  row('advisers', 'Ask somebody for advice', AdviserRequest, ({ required = false, ...data }) => ({
    type: 'AddAdviser',
    data: { ...data, required },
  })),
  row('advice', 'Advise', AdviceRequest, (data) => ({ type: 'Advise', data: { ...data } })),
  row('recusals', 'Step aside for this case', StageReasonRequest, (data) => ({ type: 'Recuse', data: reasoned(data) })),
  row('external-answers', 'Record what was answered from outside', ExternalAnswerRequest, ({ note = '', ...data }) => ({
    type: 'RecordAnswer',
    data: { ...data, note },
  })),
];
