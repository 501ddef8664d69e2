import { type RejectionKind, rejections } from '@app/decider';

/** Every no of this context. The words for people are in `texts.ts`. */
export const refusals = {
  'cases.absent': 'missing',
  'cases.exists': 'conflict',
  'cases.changed-meanwhile': 'conflict',
  'cases.subject-unknown': 'invalid',
  'cases.person-unknown': 'invalid',
  'cases.definition-unknown': 'invalid',
  'cases.dossier-objections': 'invalid',
  'cases.not-editable': 'conflict',
  'cases.not-the-proposer': 'forbidden',
  'cases.attachment-unknown': 'missing',
} as const satisfies Readonly<Record<string, RejectionKind>>;

export const reject = rejections<keyof typeof refusals>(refusals);
