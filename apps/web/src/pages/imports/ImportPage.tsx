import { Button, FileInput, Group, Progress, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { importQuery, useDryRun, useImport } from '../../api/office';
import { numberText } from '../../format/dates';
import { Page } from '../../parts/Page';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { BadRows } from './BadRows';
import { Notice } from '../../parts/Notice';

/** Checks a file as a whole, tells every bad row, and only takes over a good one. */
export const ImportPage = () => {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const dryRun = useDryRun();
  const start = useImport();
  const report = dryRun.data;
  const good = report !== undefined && report.bad.length === 0;

  const choose = (next: File | null) => {
    setFile(next);
    dryRun.reset();
    start.reset();
  };

  return (
    <Page title={t('imports.title')} intro={t('imports.intro')} narrow>
      <Stack className="card" p="lg">
        <FileInput
          label={t('imports.choose')}
          placeholder={t('imports.choose')}
          leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
          accept=".xlsx,.csv"
          value={file}
          onChange={choose}
          clearable
          clearButtonProps={{ 'aria-label': t('say.remove') }}
        />
        <Group>
          <Button variant="default" disabled={!file} loading={dryRun.isPending} onClick={() => file && dryRun.mutate(file)}>
            {t('imports.dryRun')}
          </Button>
          <Button
            disabled={!file || !good || start.isSuccess}
            loading={start.isPending}
            onClick={() => file && start.mutate(file)}
          >
            {t('imports.run')}
          </Button>
        </Group>
        <ProblemNotice error={dryRun.error ?? start.error} />
        {report && good && (
          <Notice tone="good">
            {t('imports.good', {
              people: numberText(report.people),
              posts: numberText(report.posts),
              units: numberText(report.units),
            })}
          </Notice>
        )}
        {start.data && <ImportProgressBar id={start.data} />}
      </Stack>
      {report && !good && <BadRows rows={report.bad} />}
    </Page>
  );
};

const ImportProgressBar = ({ id }: { id: string }) => {
  const { t } = useTranslation();
  const progress = useQuery(importQuery(id)).data;
  if (!progress) return null;
  const failed = progress.status === 'failed';
  const done = progress.status === 'done';
  const share = progress.total === 0 ? 0 : (progress.done / progress.total) * 100;
  return (
    <div role="status">
      <Progress value={done ? 100 : share} size="lg" color={failed ? 'red.9' : 'tarum'} aria-label={t('imports.title')} />
      <Text size="sm" mt={6}>
        {failed
          ? t('imports.failed')
          : done
            ? t('imports.finished')
            : t('imports.progress', { done: numberText(progress.done), total: numberText(progress.total) })}
      </Text>
    </div>
  );
};
