import { Box, Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { substitutesQuery, useEndSubstitute } from '../../api/office';
import type { Substitute } from '../../api/model';
import { dayText } from '../../format/dates';
import { holderNote, inWords } from '../../format/words';
import { Page } from '../../parts/Page';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { Nothing, Waiting } from '../../parts/Waiting';
import { SubstituteForm } from './SubstituteForm';

export const SubstitutesPage = () => {
  const { t } = useTranslation();
  const query = useQuery(substitutesQuery);
  const rows = query.data ?? [];
  return (
    <Page title={t('substitute.title')} intro={t('substitute.intro')} narrow>
      <SubstituteForm />
      {query.isPending && <Waiting />}
      {query.isError && <ProblemNotice error={query.error} retry={query.refetch} />}
      {query.isSuccess && rows.length === 0 && <Nothing text={t('substitute.empty')} />}
      <Box component="ul" m={0} p={0} style={{ listStyle: 'none', display: 'grid', gap: 10 }}>
        {rows.map((row) => (
          <SubstituteRow key={row.id} row={row} />
        ))}
      </Box>
    </Page>
  );
};

const SubstituteRow = ({ row }: { row: Substitute }) => {
  const { t } = useTranslation();
  const end = useEndSubstitute();
  return (
    <Box component="li" className="card wrap" p="md">
      <Group justify="space-between" align="flex-start">
        <div>
          <Text fw={700}>
            {row.person.name} ({holderNote({ kind: row.kind, onBehalfOf: row.onBehalfOf })})
          </Text>
          <Text size="sm">{inWords(row.officeTitle) || row.office}</Text>
          <Text size="sm" className="muted">
            {t('substitute.period', { from: dayText(row.from), until: dayText(row.until) })} ·{' '}
            {t('page.letter', { letter: row.letter })}
          </Text>
        </div>
        <Button size="xs" variant="default" loading={end.isPending} onClick={() => end.mutate(row.id)}>
          {t('substitute.end')}
        </Button>
      </Group>
      {end.error && <ProblemNotice error={end.error} />}
    </Box>
  );
};
