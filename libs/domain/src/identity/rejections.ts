import { rejections } from '@app/decider';

/** Every refusal of this context. Texts for people: `texts.ts`. */
export const reject = rejections({
  'identity.not-granted': 'missing',
  'identity.office-not-granted-here': 'invalid',
  'identity.letter-missing': 'invalid',
  'identity.dates-reversed': 'invalid',
  'identity.acting-term-too-long': 'invalid',
  'identity.acting-terms-exhausted': 'conflict',
  'identity.daily-term-too-long': 'invalid',
  'identity.daily-without-holder': 'conflict',
  'identity.substitute-overlaps': 'conflict',
  'identity.delegator-missing': 'invalid',
  'identity.delegation-cascades': 'conflict',
  'identity.delegation-loops': 'conflict',
  'identity.not-a-holder': 'invalid',
  'identity.seat-unnamed': 'invalid',
  'identity.unknown-substitute': 'missing',
  'identity.personal-office': 'invalid',
  'identity.names-himself': 'forbidden',
});
