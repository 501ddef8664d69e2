import { Button, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { casesQuery, type CaseRow, type CasesFilter, definitionsQuery } from '../../api/generic';
import { instantText } from '../../format/dates';
import { inWords } from '../../format/words';
import { Due } from '../../parts/Due';
import { ListFilter } from '../../parts/ListFilter';
import { More } from '../../parts/More';
import { Page } from '../../parts/Page';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { StatusBadge } from '../../parts/StatusBadge';
import { Nothing, Waiting } from '../../parts/Waiting';

const isFiltered = ({ definition, status, query }: CasesFilter): boolean => Boolean(definition ?? status ?? query);

const xlsxOf = (filter: CasesFilter): string => {
  const params = new URLSearchParams({ format: 'xlsx' });
  for (const [name, value] of Object.entries(filter)) if (value) params.set(name, value);
  return `/api/cases?${params.toString()}`;
};

/** Every case that the person may see, whatever it is about. The filter stands in the address. */
export const CasesPage = () => {
  const { t } = useTranslation();
  const filter = useSearch({ from: '/inside/cases' });
  const query = useInfiniteQuery(casesQuery(filter));
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page
      title={t('generic.cases')}
      aside={
        <Group gap="xs">
          <Button component={Link} to="/cases/new" leftSection={<IconPlus size={18} aria-hidden />}>
            {t('generic.new')}
          </Button>
          <Button
            component="a"
            href={xlsxOf(filter)}
            download="perkara.xlsx"
            variant="default"
            leftSection={<IconFileSpreadsheet size={18} aria-hidden />}
          >
            {t('list.xlsx')}
          </Button>
        </Group>
      }
    >
      <CaseFilters filter={filter} />
      {query.isPending && <Waiting />}
      {query.isError && <ProblemNotice error={query.error} retry={query.refetch} />}
      {query.isSuccess && rows.length === 0 && (
        <Nothing text={isFiltered(filter) ? t('generic.noCases') : t('generic.noneYet')} />
      )}
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {rows.map((row) => (
          <li key={row.id}>
            <CaseCard row={row} />
          </li>
        ))}
      </Stack>
      <More query={query} />
    </Page>
  );
};

const CaseCard = ({ row }: { row: CaseRow }) => {
  const { t } = useTranslation();
  return (
    <Link
      to={row.kind === 'mutation' ? '/proposals/$id' : '/cases/$id'}
      params={{ id: row.id } as never}
      className="card card-link"
      data-row
      style={{ padding: 16, display: 'grid', gap: 10, gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 220px), 1fr))' }}
    >
      <div className="wrap">
        <Text fw={700}>{row.subject.name}</Text>
        <Text size="sm" className="muted">
          {inWords(row.title)}
        </Text>
      </div>
      <div>
        <StatusBadge status={row.status} />
        {row.round > 1 && (
          <Text size="sm" className="muted" mt={4}>
            {t('page.round', { round: row.round })}
          </Text>
        )}
      </div>
      <div>
        <Text size="sm" fw={600}>
          {row.openTitles.map(inWords).join(', ')}
        </Text>
        {row.dueOn && <Due on={row.dueOn} />}
        <Text size="sm" className="muted">
          {instantText(row.updatedAt)}
        </Text>
      </div>
    </Link>
  );
};

const CaseFilters = ({ filter }: { filter: CasesFilter }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const definitions = useQuery(definitionsQuery).data?.items ?? [];
  const apply = (change: CasesFilter) => void navigate({ to: '/cases', search: { ...filter, ...change }, replace: true });
  return (
    <ListFilter
      filter={filter}
      placeholder={t('generic.query')}
      onChange={apply}
      {...(isFiltered(filter) && { onClear: () => void navigate({ to: '/cases', search: {} }) })}
    >
      <NativeSelect
        label={t('generic.definition')}
        value={filter.definition ?? ''}
        onChange={({ currentTarget: { value } }) => apply({ definition: value || undefined })}
        data={[
          { value: '', label: t('generic.anyDefinition') },
          ...definitions.map(({ id, title }) => ({ value: id, label: inWords(title) })),
        ]}
      />
    </ListFilter>
  );
};
