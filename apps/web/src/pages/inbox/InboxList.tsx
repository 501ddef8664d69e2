import { Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { inboxQuery } from '../../api/cases';
import type { InboxView } from '../../api/model';
import { More } from '../../parts/More';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { Nothing, Waiting } from '../../parts/Waiting';
import { InboxCard } from './InboxCard';

export const InboxList = ({ view }: { view: InboxView }) => {
  const { t } = useTranslation();
  const query = useInfiniteQuery(inboxQuery(view));
  if (query.isPending) return <Waiting />;
  if (query.isError) return <ProblemNotice error={query.error} retry={query.refetch} />;

  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Nothing text={view === 'waiting' ? t('inbox.emptyWaiting') : t('inbox.empty')} />;
  return (
    <>
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {items.map((item) => (
          <li key={`${item.proposalId}${item.stage ?? ''}${item.office ?? ''}`}>
            <InboxCard item={item} />
          </li>
        ))}
      </Stack>
      <More query={query} />
    </>
  );
};
