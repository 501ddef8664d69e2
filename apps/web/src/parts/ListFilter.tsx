import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { id } from '../texts/id';

const statuses = Object.keys(id.status) as readonly (keyof typeof id.status)[];

type Filter = Readonly<{ query?: string | undefined; status?: string | undefined }>;
type Props = Readonly<{
  filter: Filter;
  placeholder: string;
  /** What was changed; nothing where it was emptied. */
  onChange: (change: Filter) => void;
  /** Absent while nothing is filtered. */
  onClear?: (() => void) | undefined;
  /** What this list has besides, between the text and the status. */
  children?: ReactNode;
}>;

/** Text and status by which a list is narrowed. It stands in the address, so the field follows when that changes. */
export const ListFilter = ({ filter, placeholder, onChange, onClear, children }: Props) => {
  const { t } = useTranslation();
  const [text, setText] = useState(filter.query ?? '');
  useEffect(() => setText(filter.query ?? ''), [filter.query]);
  const field = useRef<HTMLInputElement>(null);
  const applyText = useDebouncedCallback((query: string) => onChange({ query: query === '' ? undefined : query }), 300);

  return (
    <Group component="search" aria-label={t('list.filter')} gap="sm" align="flex-end">
      <TextInput
        ref={field}
        flex="1 1 240px"
        maw={460}
        label={t('say.search')}
        placeholder={placeholder}
        leftSection={<IconSearch size={17} aria-hidden />}
        value={text}
        onChange={({ currentTarget: { value } }) => {
          setText(value);
          applyText(value);
        }}
      />
      {children}
      <NativeSelect
        label={t('list.status')}
        value={filter.status ?? ''}
        onChange={({ currentTarget: { value } }) => onChange({ status: value === '' ? undefined : value })}
        data={[
          { value: '', label: t('list.anyStatus') },
          ...statuses.map((status) => ({ value: status, label: t(`status.${status}`) })),
        ]}
      />
      {onClear && (
        <Button variant="subtle" onClick={() => (onClear(), field.current?.focus())}>
          {t('list.clear')}
        </Button>
      )}
    </Group>
  );
};
