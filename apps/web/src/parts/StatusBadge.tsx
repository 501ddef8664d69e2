import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Status } from '../api/model';

const colors: Record<Status, string> = {
  draft: 'gray',
  submitted: 'tarum',
  returned: 'orange',
  approved: 'teal',
  rejected: 'red',
  withdrawn: 'gray',
  decreed: 'teal',
  effective: 'green',
  completed: 'green',
  cancelled: 'gray',
  rescinded: 'red',
};

/** Text in the darkest shade on the lightest: readable in every colour, and never colour alone. */
export const Tag = ({ color, children }: { color: string; children: string }) => (
  <Badge
    variant="light"
    color={color}
    styles={{ root: { background: `var(--mantine-color-${color}-1)`, color: `var(--mantine-color-${color}-9)` } }}
  >
    {children}
  </Badge>
);

export const StatusBadge = ({ status }: { status: Status }) => {
  const { t } = useTranslation();
  return <Tag color={colors[status]}>{t(`status.${status}`)}</Tag>;
};
