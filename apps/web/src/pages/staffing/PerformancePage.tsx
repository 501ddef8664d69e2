import { Box } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { performanceQuery } from '../../api/staffing';
import { useMe } from '../../api/session';
import { Page } from '../../parts/Page';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { Nothing, Waiting } from '../../parts/Waiting';
import { PredicateChart } from './PredicateChart';
import { UnitPicker } from './UnitPicker';

export const PerformancePage = () => {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/performance' });
  const navigate = useNavigate();
  const own = useMe()?.offices.find(({ unit }) => unit)?.unit?.id;
  const unit = search.unit ?? own;
  const query = useQuery({ ...performanceQuery(unit ?? ''), enabled: unit !== undefined, placeholderData: keepPreviousData });

  return (
    <Page title={t('performance.title')}>
      <Box maw={460}>
        <UnitPicker
          name={query.data?.unit.name}
          onUnit={(id) => void navigate({ to: '/performance', search: { unit: id ?? undefined } })}
        />
      </Box>
      {!unit && <Nothing text={t('performance.choose')} />}
      {unit && query.isPending && <Waiting />}
      {query.isError && <ProblemNotice error={query.error} retry={query.refetch} />}
      {query.data && <PredicateChart performance={query.data} />}
    </Page>
  );
};
