import type { VersionItem } from '../../api/definitions';
import type { Tone } from '../../parts/Notice';

/** On which ground the state of a version is written. */
export const tones: Readonly<Record<VersionItem['status'], Tone | 'plain'>> = {
  draft: 'warn',
  accepted: 'info',
  declined: 'bad',
  published: 'good',
  retired: 'plain',
};
