import { Box, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { InboxItem } from '../../api/model';
import { dayText } from '../../format/dates';
import { inWords, named } from '../../format/words';
import { Due } from '../../parts/Due';
import { FromTo } from '../../parts/FromTo';
import { StatusBadge } from '../../parts/StatusBadge';

const isOver = (status: InboxItem['status']): boolean =>
  ['rejected', 'withdrawn', 'cancelled', 'rescinded', 'effective', 'completed'].includes(status);

/** The days that a dossier names: by them two requests of one person are told apart. */
const daysOf = (dossier: InboxItem['dossier']): string =>
  Object.values(dossier)
    .filter((value): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))
    .map(dayText)
    .join(' – ');

/** One case, told so that it can be weighed without opening it. The whole card is the link. */
export const InboxCard = ({ item }: { item: InboxItem }) => {
  const { t } = useTranslation();
  const stage = inWords(item.stageTitle) || named('stageName', item.stage);
  return (
    <Link
      to={item.kind === 'mutation' ? '/proposals/$id' : '/cases/$id'}
      params={{ id: item.proposalId } as never}
      className="card card-link"
      data-row
    >
      <Box
        p={{ base: 'md', sm: 'lg' }}
        style={{ display: 'grid', gap: 14, gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 230px), 1fr))' }}
      >
        <Box className="wrap">
          <Text fw={700} fz={17} lh={1.3}>
            {item.employee.name}
          </Text>
          <Text size="sm" className="muted">
            {item.moveType ? named('move', item.moveType) : inWords(item.title)}
          </Text>
        </Box>
        {item.from === null && <Text size="sm">{daysOf(item.dossier)}</Text>}
        {item.from && item.to && <FromTo from={item.from} to={item.to} />}
        <Box>
          <Group gap="xs" mb={6}>
            {item.status !== 'submitted' && <StatusBadge status={item.status} />}
            {item.round > 1 && (
              <Text size="sm" className="muted" span>
                {t('page.round', { round: item.round })}
              </Text>
            )}
          </Group>
          {stage && !isOver(item.status) && (
            <Text size="sm" fw={600}>
              {stage}
            </Text>
          )}
          {item.task !== 'act' && (
            <Text size="sm" fw={700}>
              {t(`generic.task.${item.task}`)}
            </Text>
          )}
          {!isOver(item.status) && <Due on={item.dueOn} at={item.dueAt} />}
          {item.onBehalfOf && (
            <Text size="sm" className="muted">
              {t('page.onBehalf', { name: item.onBehalfOf.name })}
            </Text>
          )}
        </Box>
      </Box>
    </Link>
  );
};
