import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Status } from '../api/model';
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

export const StatusBadge = ({ status }: { status: Status }) => {
  const { t } = useTranslation();
  return <Tag tone={tones[status]}>{t(`status.${status}`)}</Tag>;
};
