import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalFilter } from '../../api/cases';
import { id } from '../../texts/id';

const statuses = Object.keys(id.status) as readonly (keyof typeof id.status)[];

export const Filters = ({ filter }: { filter: ProposalFilter }) => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState(filter.query ?? '');
  useEffect(() => setText(filter.query ?? ''), [filter.query]);

  const apply = (change: ProposalFilter) => void navigate({ to: '/proposals', search: { ...filter, ...change }, replace: true });
  const applyText = useDebouncedCallback((query: string) => apply({ query: query === '' ? undefined : query }), 300);

  return (
    <Group component="search" aria-label={t('list.filter')} gap="sm" align="flex-end">
      <TextInput
        flex="1 1 260px"
        maw={460}
        label={t('say.search')}
        placeholder={t('list.query')}
        leftSection={<IconSearch size={17} aria-hidden />}
        value={text}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          applyText(value);
        }}
      />
      <NativeSelect
        label={t('list.status')}
        value={filter.status ?? ''}
        onChange={({ currentTarget: { value } }) => apply({ status: value === '' ? undefined : value })}
        data={[
          { value: '', label: t('list.anyStatus') },
          ...statuses.map((status) => ({ value: status, label: t(`status.${status}`) })),
        ]}
      />
      {(filter.query ?? filter.status ?? filter.unit) && (
        <Button variant="subtle" onClick={() => void navigate({ to: '/proposals', search: {} })}>
          {t('list.clear')}
        </Button>
      )}
    </Group>
  );
};
