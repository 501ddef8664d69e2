import { Badge } from '@mantine/core';
import type { Status } from '../api/model';
import { named } from '../format/words';
import type { Tone } from './Notice';

const tones: Record<Status, Tone | 'plain'> = {
  draft: 'plain',
  submitted: 'info',
  returned: 'warn',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'plain',
  decreed: 'good',
  effective: 'good',
  completed: 'good',
  cancelled: 'plain',
  rescinded: 'bad',
};

/** A state in words, on a ground that keeps them readable. */
export const Tag = ({ tone, children }: { tone: Tone | 'plain'; children: string }) => (
  <Badge className="tag" data-tone={tone} variant="default">
    {children}
  </Badge>
);

const isKnown = (status: string): status is Status => status in tones;

/** Where a case stands. */
export const StatusBadge = ({ status }: { status: string }) => (
  <Tag tone={isKnown(status) ? tones[status] : 'plain'}>{named('status', status)}</Tag>
);
