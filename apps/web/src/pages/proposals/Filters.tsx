import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ProposalFilter } from '../../api/cases';
import { ListFilter } from '../../parts/ListFilter';

export const isFiltered = ({ query, status, unit }: ProposalFilter): boolean => Boolean(query ?? status ?? unit);

export const Filters = ({ filter }: { filter: ProposalFilter }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <ListFilter
      filter={filter}
      placeholder={t('list.query')}
      onChange={(change) => void navigate({ to: '/proposals', search: { ...filter, ...change }, replace: true })}
      {...(isFiltered(filter) && { onClear: () => void navigate({ to: '/proposals', search: {} }) })}
    />
  );
};
