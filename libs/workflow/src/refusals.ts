import { rejections, type RejectionKind } from '@app/decider';

/** Every no the engine can say. The words for people are in `texts.ts`. */
const kinds = {
  'workflow.absent': 'missing',
  'workflow.exists': 'conflict',
  'workflow.not-an-initiator': 'forbidden',
  'workflow.already-submitted': 'conflict',
  'workflow.no-stage': 'invalid',
  'workflow.condition-failed': 'invalid',
  'workflow.unknown-stage': 'invalid',
  'workflow.not-open': 'conflict',
  'workflow.closed': 'conflict',
  'workflow.stage-not-current': 'conflict',
  'workflow.verb-not-offered': 'invalid',
  'workflow.not-an-actor': 'forbidden',
  'workflow.own-case': 'forbidden',
  'workflow.four-eyes': 'forbidden',
  'workflow.reason-missing': 'invalid',
  'workflow.return-target': 'invalid',
  'workflow.already-voted': 'conflict',
  'workflow.system-only': 'forbidden',
  'workflow.not-due': 'conflict',
  'workflow.not-the-proposer': 'forbidden',
  'workflow.may-not-cancel': 'forbidden',
  'workflow.text-missing': 'invalid',
  'workflow.cannot-migrate': 'conflict',
} as const satisfies Readonly<Record<string, RejectionKind>>;

export const reject = rejections(kinds);
export const codes: readonly string[] = Object.keys(kinds);
