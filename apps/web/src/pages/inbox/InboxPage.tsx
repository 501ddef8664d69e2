import { Stack, Tabs } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { inboxQuery } from '../../api/cases';
import type { InboxView } from '../../api/model';
import { numberText } from '../../format/dates';
import { Page } from '../../parts/Page';
import { InboxList } from './InboxList';

const views = ['waiting', 'returned', 'mine', 'done'] as const satisfies readonly InboxView[];
const viewOf = (text: string | undefined): InboxView => views.find((view) => view === text) ?? 'waiting';

export const InboxPage = () => {
  const { t } = useTranslation();
  const view = viewOf(useSearch({ from: '/inside/inbox' }).view);
  const navigate = useNavigate();

  return (
    <Page title={t('inbox.title')}>
      <Tabs
        value={view}
        onChange={(next) => void navigate({ to: '/inbox', search: next === 'waiting' ? {} : { view: next ?? undefined } })}
        keepMounted={false}
      >
        <Tabs.List className="inbox-views">
          {views.map((name) => (
            <ViewTab key={name} view={name} />
          ))}
        </Tabs.List>
        <Tabs.Panel value={view} pt="lg">
          <Stack>
            <InboxList view={view} />
          </Stack>
        </Tabs.Panel>
      </Tabs>
    </Page>
  );
};

const ViewTab = ({ view }: { view: InboxView }) => {
  const { t } = useTranslation();
  const query = useInfiniteQuery(inboxQuery(view));
  const count = query.data?.pages.reduce((sum, page) => sum + page.items.length, 0);
  return (
    <Tabs.Tab value={view}>
      {t(`inbox.${view}`)}
      {count !== undefined && ` (${numberText(count)}${query.hasNextPage ? '+' : ''})`}
    </Tabs.Tab>
  );
};
