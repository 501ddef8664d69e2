import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe, useNow } from '../api/session';
import { instantText } from '../format/dates';

/** On paper alone: when it was printed, by whom, and of what, where a list is narrowed. */
export const PrintedBy = ({ of }: { of?: string | undefined }) => {
  const { t } = useTranslation();
  const now = useNow();
  const name = useMe()?.person.name ?? '';
  return (
    <Text className="print-only" size="sm">
      {[of, t('page.printed', { when: instantText(now), name })].filter(Boolean).join(' · ')}
    </Text>
  );
};
