import { Box, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { projectionsQuery, useRebuild } from '../../api/office';
import type { ProjectionState } from '../../api/model';
import { named } from '../../format/words';
import { Page } from '../../parts/Page';
import { ProblemNotice } from '../../parts/ProblemNotice';
import type { Tone } from '../../parts/Notice';
import { Tag } from '../../parts/StatusBadge';
import { toast } from '../../parts/toast';
import { Waiting } from '../../parts/Waiting';

const toneOf = (status: string): Tone =>
  ['failed', 'stopped'].includes(status) ? 'bad' : ['rebuilding', 'catching_up'].includes(status) ? 'warn' : 'good';

export const ProjectionsPage = () => {
  const { t } = useTranslation();
  const query = useQuery(projectionsQuery);
  return (
    <Page title={t('projection.title')} intro={t('projection.intro')} narrow>
      {query.isPending && <Waiting />}
      {query.isError && <ProblemNotice error={query.error} retry={query.refetch} />}
      <Box component="ul" m={0} p={0} style={{ listStyle: 'none', display: 'grid', gap: 10 }}>
        {(query.data ?? []).map((row) => (
          <ProjectionRow key={`${row.name} ${row.generation}`} row={row} />
        ))}
      </Box>
    </Page>
  );
};

const ProjectionRow = ({ row }: { row: ProjectionState }) => {
  const { t } = useTranslation();
  const rebuild = useRebuild();
  const start = () => rebuild.mutate(row.name, { onSuccess: () => toast(t('projection.started', { name: row.name })) });
  return (
    <Box component="li" className="card wrap" p="md">
      <Group justify="space-between">
        <div>
          <Text fw={700} ff="monospace" size="sm">
            {row.name}
          </Text>
          <Text size="sm" className="muted">
            {t('projection.generation')} {row.generation} · {t('projection.position')} {row.position ?? '–'}
            {row.lag !== null && ` · ${t('projection.lag')} ${String(row.lag)}`}
          </Text>
          {row.error && (
            <Text size="sm" c="var(--alur-bad)">
              {row.error}
            </Text>
          )}
        </div>
        <Group gap="xs">
          <Tag tone={toneOf(row.status)}>{named('projection.states', row.status)}</Tag>
          {row.status !== 'rebuilding' && (
            <Button
              size="xs"
              variant="default"
              loading={rebuild.isPending}
              onClick={start}
              aria-label={`${t('projection.rebuild')}: ${row.name}`}
            >
              {t('projection.rebuild')}
            </Button>
          )}
        </Group>
      </Group>
      {rebuild.error && <ProblemNotice error={rebuild.error} />}
    </Box>
  );
};
