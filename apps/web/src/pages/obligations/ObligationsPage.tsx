import { Group, NativeSelect, SegmentedControl, Stack, Switch, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { obligationsQuery } from '../../api/duties';
import type { Obligation } from '../../api/model';
import { monthText } from '../../format/dates';
import { More } from '../../parts/More';
import { Page } from '../../parts/Page';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { Nothing, Waiting } from '../../parts/Waiting';
import { CompleteDialog } from './CompleteDialog';
import { ObligationCard } from './ObligationCard';

const statuses = ['open', 'overdue', 'done', 'withdrawn'] as const;
const kinds = ['evaluation', 'training'] as const;
const byMonth = (items: readonly Obligation[]) => [
  ...Map.groupBy(
    items.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn)),
    ({ dueOn }) => dueOn.slice(0, 7),
  ),
];

/** What is owed after a transfer, month by month. */
export const ObligationsPage = () => {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/obligations' });
  const status = statuses.find((name) => name === search.status) ?? 'open';
  const kind = kinds.find((name) => name === search.kind);
  const mine = search.mine === 'true' ? ('true' as const) : undefined;
  const navigate = useNavigate();
  const query = useInfiniteQuery(obligationsQuery({ status, kind, mine }));
  const [asked, setAsked] = useState<Obligation | null>(null);
  const months = byMonth(query.data?.pages.flatMap((page) => page.items) ?? []);
  const apply = (change: Partial<typeof search>) => void navigate({ to: '/obligations', search: { ...search, ...change } });

  return (
    <Page
      title={t('obligation.title')}
      intro={t('obligation.intro')}
      printed={[t(`obligation.status.${status}`), kind && t(`obligation.kind.${kind}`), mine && t('obligation.mine')]
        .filter(Boolean)
        .join(', ')}
    >
      <Group gap="md">
        <SegmentedControl
          aria-label={t('list.status')}
          value={status}
          onChange={(next) => apply({ status: next })}
          data={statuses.map((name) => ({ value: name, label: t(`obligation.status.${name}`) }))}
        />
        <NativeSelect
          aria-label={t('obligation.anyKind')}
          value={kind ?? ''}
          onChange={({ currentTarget: { value } }) => apply({ kind: value || undefined })}
          data={[
            { value: '', label: t('obligation.anyKind') },
            { value: 'evaluation', label: t('obligation.kind.evaluation') },
            { value: 'training', label: t('obligation.kind.training') },
          ]}
        />
        <Switch
          label={t('obligation.mine')}
          checked={mine === 'true'}
          onChange={({ currentTarget: { checked } }) => apply({ mine: checked ? 'true' : undefined })}
        />
      </Group>
      {query.isPending && <Waiting />}
      {query.isError && <ProblemNotice error={query.error} retry={query.refetch} />}
      {query.isSuccess && months.length === 0 && <Nothing text={t('obligation.empty')} />}
      {months.map(([month, items]) => (
        <section key={month} aria-label={monthText(`${month}-01`)}>
          <Title order={2} fz={17} mb="sm">
            {monthText(`${month}-01`)}
          </Title>
          <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
            {items.map((item) => (
              <ObligationCard key={item.id} item={item} onComplete={setAsked} />
            ))}
          </Stack>
        </section>
      ))}
      <More query={query} />
      <CompleteDialog asked={asked} onClose={() => setAsked(null)} />
    </Page>
  );
};
