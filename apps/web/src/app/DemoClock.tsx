import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { IconClockPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockQuery, useMoveClock, useNow } from '../api/session';
import { dayOf, instantText } from '../format/dates';
import { addDays, addMonths, addWorkingDays } from '../format/days';
import { DayField } from '../parts/DayField';
import { ProblemNotice } from '../parts/ProblemNotice';

const MsPerDay = 86_400_000;
const TickMs = 15_000;

/** Renders again now and then, so that the minutes on the page go on. */
const useTicking = (): void => {
  const [, tick] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = setInterval(tick, TickMs);
    return () => clearInterval(timer);
  }, []);
};

/** The demo's clock: tells the business's time and moves it forward. */
export const DemoClock = () => {
  const { t } = useTranslation();
  useTicking();
  const clock = useQuery(clockQuery).data;
  const now = useNow();
  const move = useMoveClock();
  const [day, setDay] = useState<string | null>(null);
  if (!clock) return null;

  const today = dayOf(now);
  const ahead = Math.round(clock.offsetMs / MsPerDay);
  const jumps = [
    { label: t('clock.day'), to: addDays(today, 1) },
    { label: t('clock.week'), to: addWorkingDays(today, 5) },
    { label: t('clock.months'), to: addMonths(today, 3) },
  ];

  return (
    <Popover width={300} position="bottom-end" withinPortal trapFocus closeOnClickOutside={!move.isPending}>
      <Popover.Target>
        <Button
          variant="light"
          size="sm"
          px={{ base: 8, sm: 12 }}
          aria-label={`${t('clock.label')}: ${instantText(now)}`}
          leftSection={<IconClockPlay size={18} aria-hidden />}
          styles={{ section: { marginInlineEnd: 4 } }}
        >
          <Text span size="sm" visibleFrom="lg" fw={600}>
            {instantText(now)}
          </Text>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm" aria-live="polite">
          <div>
            <Text fw={700}>{instantText(now)}</Text>
            <Text size="sm" className="muted">
              {ahead > 0 ? t('clock.moved', { days: ahead }) : t('clock.real')}
            </Text>
          </div>
          <Text size="sm">{t('clock.text')}</Text>
          <Group gap="xs">
            {jumps.map(({ label, to }) => (
              <Button key={label} size="xs" variant="default" disabled={move.isPending} onClick={() => move.mutate(to)}>
                {label}
              </Button>
            ))}
          </Group>
          <DayField label={t('clock.toDate')} value={day} onValue={setDay} min={addDays(today, 1)} />
          <Button
            loading={move.isPending}
            disabled={day === null}
            onClick={() => day && move.mutate(day, { onSuccess: () => setDay(null) })}
          >
            {t('clock.move')}
          </Button>
          <ProblemNotice error={move.error} />
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
};
