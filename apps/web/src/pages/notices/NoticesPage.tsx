import type { MouseEvent } from 'react';
import { Box, Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { noticesQuery, useReadAllNotices, useReadNotice } from '../../api/duties';
import type { Notice } from '../../api/model';
import { instantText } from '../../format/dates';
import { Page } from '../../parts/Page';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { Tag } from '../../parts/StatusBadge';
import { Nothing, Waiting } from '../../parts/Waiting';

export const NoticesPage = () => {
  const { t } = useTranslation();
  const query = useQuery(noticesQuery);
  const readAll = useReadAllNotices();
  const notices = query.data?.items ?? [];
  const unread = (query.data?.unread ?? 0) > 0;

  return (
    <Page
      title={t('notice.title')}
      narrow
      aside={
        unread && (
          <Button variant="default" loading={readAll.isPending} onClick={() => readAll.mutate()}>
            {t('notice.readAll')}
          </Button>
        )
      }
    >
      {query.isPending && <Waiting />}
      {query.isError && <ProblemNotice error={query.error} retry={query.refetch} />}
      {query.isSuccess && notices.length === 0 && <Nothing text={t('notice.empty')} />}
      <Box component="ul" m={0} p={0} style={{ listStyle: 'none', display: 'grid', gap: 10 }}>
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} />
        ))}
      </Box>
    </Page>
  );
};

/** A notice leads to what it is about, and is read by being followed. */
const NoticeRow = ({ notice }: { notice: Notice }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const read = useReadNotice();
  const follow = (event: MouseEvent) => {
    event.preventDefault();
    if (notice.readAt === null) read.mutate(notice.id);
    void navigate({ href: notice.link });
  };
  return (
    <li>
      <a href={notice.link} className="card card-link" data-row onClick={follow}>
        <Box p="md" className="wrap">
          <Text fw={notice.readAt ? 400 : 700} lh={1.45}>
            {notice.text}
          </Text>
          <Text size="sm" className="muted" mt={4}>
            {instantText(notice.at)} {notice.readAt === null && <Tag tone="info">{t('notice.unread')}</Tag>}
          </Text>
        </Box>
      </a>
    </li>
  );
};
