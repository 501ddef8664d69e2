import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { proposalsQuery, type ProposalFilter } from '../../api/cases';
import { More } from '../../parts/More';
import { Page } from '../../parts/Page';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { Nothing, Waiting } from '../../parts/Waiting';
import { Filters, isFiltered } from './Filters';
import { ProposalCards } from './ProposalCards';
import { ProposalTable } from './ProposalTable';

const xlsxOf = (filter: ProposalFilter): string => {
  const params = new URLSearchParams({ format: 'xlsx' });
  for (const [name, value] of Object.entries(filter)) if (value) params.set(name, value);
  return `/api/proposals?${params.toString()}`;
};

/** All proposals that the person may see. The filter stands in the address, so that it can be kept and sent. */
export const ProposalsPage = () => {
  const { t } = useTranslation();
  const filter = useSearch({ from: '/inside/proposals' });
  const query = useInfiniteQuery(proposalsQuery(filter));
  const wide = useMediaQuery('(min-width: 62em)', undefined, { getInitialValueInEffect: false });
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];

  return (
    <Page
      title={t('list.title')}
      aside={
        <Button
          component="a"
          href={xlsxOf(filter)}
          download="usulan.xlsx"
          variant="default"
          leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
        >
          {t('list.xlsx')}
        </Button>
      }
    >
      <Filters filter={filter} />
      {query.isPending && <Waiting />}
      {query.isError && <ProblemNotice error={query.error} retry={query.refetch} />}
      {query.isSuccess && rows.length === 0 && <Nothing text={isFiltered(filter) ? t('list.empty') : t('list.none')} />}
      {rows.length > 0 && (wide ? <ProposalTable rows={rows} /> : <ProposalCards rows={rows} />)}
      <More query={query} />
    </Page>
  );
};
