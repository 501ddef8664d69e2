import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import { shortDay } from '../format/dates';

/** Until when the case as a whole is to be decided, and when that was first, where it was put off. */
export const WholeDue = ({ of }: { of: components['schemas']['CaseDeadline'] }) => {
  const { t } = useTranslation();
  const said = t(of.overdue ? 'due.wholeLate' : of.standsStill ? 'due.wholeStill' : 'due.whole', { day: shortDay(of.dueOn) });
  return (
    <Text size="sm" mt={4} className="wrap" data-deadline {...(of.overdue && { c: 'var(--alur-bad)', fw: 600 })}>
      {of.originalDueOn === of.dueOn ? said : `${said} · ${t('due.original', { day: shortDay(of.originalDueOn) })}`}
    </Text>
  );
};
