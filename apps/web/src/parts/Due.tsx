import { Text } from '@mantine/core';
import { IconAlertCircle, IconClock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Day, Instant } from '../api/model';
import { useNow } from '../api/session';
import { dayOf, shortDay } from '../format/dates';
import { workingDaysBetween } from '../format/days';

/** How much time is left, in words; late is said, marked and coloured. With `day`, also until when. */
export const Due = ({ on, at, day = false }: { on: Day | null; at?: Instant | null; day?: boolean }) => {
  const { t } = useTranslation();
  const now = useNow();
  if (!on)
    return (
      <Text size="sm" className="muted" span>
        {t('due.none')}
      </Text>
    );

  const days = workingDaysBetween(dayOf(now), on);
  const late = at ? Date.parse(at) < now : days < 0;
  const text = late
    ? days < 0
      ? t('due.late', { days: -days })
      : t('due.lateToday')
    : days === 0
      ? t('due.today')
      : t('due.left', { days });
  const Icon = late ? IconAlertCircle : IconClock;

  return (
    <Text
      size="sm"
      span
      c={late ? 'var(--alur-bad)' : days <= 1 ? 'var(--alur-warn)' : undefined}
      fw={late || days <= 1 ? 600 : 400}
      title={t('due.on', { day: shortDay(on) })}
    >
      <Icon size={15} aria-hidden style={{ verticalAlign: '-2px', marginInlineEnd: 4 }} />
      {day ? `${text} (${shortDay(on)})` : text}
    </Text>
  );
};
