import { Box, Checkbox, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inboxQuery } from '../../api/cases';
import type { InboxItem, InboxView } from '../../api/model';
import { More } from '../../parts/More';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { Nothing, Waiting } from '../../parts/Waiting';
import { BulkBar } from './BulkBar';
import { InboxCard } from './InboxCard';
import { NothingWaits } from './NothingWaits';

const keyOf = ({ proposalId, stage, task }: InboxItem) => `${proposalId}${stage ?? ''}${task}`;

export const InboxList = ({ view }: { view: InboxView }) => {
  const { t } = useTranslation();
  const query = useInfiniteQuery(inboxQuery(view));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  if (query.isPending) return <Waiting />;
  if (query.isError) return <ProblemNotice error={query.error} retry={query.refetch} />;

  const items = query.data.pages.flatMap((page) => page.items);
  const selectable = view === 'waiting' ? items.filter(({ task, stage }) => task === 'act' && stage !== 'decree') : [];
  const ids = selectable.map(({ proposalId }) => proposalId).filter((id) => chosen.has(id));
  const selecting = selectable.length > 1;
  const toggle = (id: string) =>
    setChosen((before) => new Set(before.has(id) ? [...before].filter((each) => each !== id) : [...before, id]));
  return (
    <>
      {items.length === 0 && (view === 'waiting' ? <NothingWaits /> : <Nothing text={t('inbox.empty')} />)}
      {selecting && (
        <Checkbox
          label={t('bulk.selectAll')}
          checked={ids.length === selectable.length}
          indeterminate={ids.length > 0 && ids.length < selectable.length}
          onChange={({ currentTarget: { checked } }) =>
            setChosen(new Set(checked ? selectable.map(({ proposalId }) => proposalId) : []))
          }
        />
      )}
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {items.map((item) => (
          <Box
            component="li"
            key={keyOf(item)}
            style={selecting ? { display: 'grid', gridTemplateColumns: 'auto 1fr', gap: 10, alignItems: 'center' } : undefined}
          >
            {selecting && selectable.includes(item) && (
              <Checkbox
                aria-label={t('bulk.select', { name: item.employee.name })}
                checked={chosen.has(item.proposalId)}
                onChange={() => toggle(item.proposalId)}
              />
            )}
            {selecting && !selectable.includes(item) && <span />}
            <InboxCard item={item} />
          </Box>
        ))}
      </Stack>
      <More query={query} />
      <BulkBar ids={ids} onClear={() => setChosen(new Set())} />
    </>
  );
};
