import { rejections } from '@app/decider';

/** Every refusal of this context. Texts for people: `texts.ts`. */
export const reject = rejections({
  'staffing.unknown-person': 'missing',
  'staffing.unknown-unit': 'missing',
  'staffing.unknown-post': 'missing',
  'staffing.exists-otherwise': 'conflict',
  'staffing.need-negative': 'invalid',
  'staffing.holds-a-post': 'conflict',
  'staffing.holds-no-post': 'conflict',
  'staffing.other-post': 'conflict',
  'staffing.move-before-start': 'invalid',
  'staffing.not-active': 'conflict',
  'staffing.status-in-future': 'invalid',
  'staffing.status-before-service': 'invalid',
  'staffing.letter-missing': 'invalid',
  'staffing.dates-reversed': 'invalid',
  'staffing.unknown-sanction': 'missing',
  'staffing.examination-open': 'conflict',
  'staffing.no-examination': 'conflict',
  'staffing.own-kin': 'invalid',
  'staffing.in-service': 'conflict',
  'staffing.file-is-kept': 'conflict',
  'staffing.reason-missing': 'invalid',
  'staffing.reason-names-person': 'invalid',
  'staffing.forgets-himself': 'forbidden',
  'staffing.forgotten': 'conflict',
});
