import { Anchor, Box, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Obligation, ObligationStatus } from '../../api/model';
import { dayOf, shortDay } from '../../format/dates';
import { inWords } from '../../format/words';
import type { Tone } from '../../parts/Notice';
import { Tag } from '../../parts/StatusBadge';

const tones: Record<ObligationStatus, Tone | 'plain'> = { open: 'info', overdue: 'bad', done: 'good', withdrawn: 'plain' };

/** A duty with its day set like a leaf of a calendar. */
export const ObligationCard = ({ item, onComplete }: { item: Obligation; onComplete: (item: Obligation) => void }) => {
  const { t } = useTranslation();
  const holders = item.owner.holders.map(({ person }) => person.name).join(', ');

  return (
    <Group component="li" className="card" p="md" gap="md" align="flex-start" wrap="nowrap" data-obligation={item.id}>
      <Box ta="center" w={54} flex="none" aria-hidden>
        <Text fw={800} fz={24} lh={1} c={item.status === 'overdue' ? 'var(--alur-bad)' : 'tarum.8'}>
          {Number(item.dueOn.slice(8, 10))}
        </Text>
        <Text size="xs" className="muted">
          {shortDay(item.dueOn).split(/[ ,]+/)[0]}
        </Text>
      </Box>
      <Box flex={1} className="wrap">
        <Group gap="xs" justify="space-between" align="flex-start">
          <Text fw={700} lh={1.35} flex="1 1 200px">
            {inWords(item.title)}
          </Text>
          <Tag tone={tones[item.status]}>{t(`obligation.status.${item.status}`)}</Tag>
        </Group>
        <Text size="sm">{item.subject.name}</Text>
        <Text size="sm" className="muted">
          {t('obligation.owner')}: {inWords(item.owner.title)}
          {holders && ` (${holders})`}
        </Text>
        <Text size="sm" className="muted">
          {item.completedAt
            ? t('obligation.completed', { day: shortDay(dayOf(item.completedAt)) })
            : t('obligation.due', { day: shortDay(item.dueOn) })}{' '}
          ·{' '}
          <Anchor
            component={Link}
            to="/proposals/$id"
            params={{ id: item.proposalId } as never}
            inherit
            underline="always"
            c="tarum.8"
            data-row
          >
            {t('obligation.case')}
          </Anchor>
        </Text>
        {item.note && (
          <Text size="sm" className="quote" mt={4}>
            {item.note}
          </Text>
        )}
        {item.mayComplete && (item.status === 'open' || item.status === 'overdue') && (
          <Button size="xs" variant="light" mt="xs" onClick={() => onComplete(item)}>
            {t('obligation.complete')}
          </Button>
        )}
      </Box>
    </Group>
  );
};
