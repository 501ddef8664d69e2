import { Box, CloseButton, Combobox, InputBase, Loader, ScrollArea, Text, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

type Props<Item extends { id: string }> = Readonly<{
  label: string;
  hint?: string;
  error?: string | undefined;
  required?: boolean;
  value: Item | null;
  onValue: (item: Item | null) => void;
  /** A hook that searches, while the list is open. */
  useItems: (text: string, open: boolean) => { data?: readonly Item[] | undefined; isFetching: boolean };
  nameOf: (item: Item) => string;
  render: (item: Item) => ReactNode;
}>;

/** Choose one of many by typing; the API searches. With keys alone: type, arrows, Enter. */
export const SearchSelect = <Item extends { id: string }>({
  label,
  hint,
  error,
  required = false,
  value,
  onValue,
  useItems,
  nameOf,
  render,
}: Props<Item>) => {
  const { t } = useTranslation();
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() });
  const [text, setText] = useState('');
  const [typed] = useDebouncedValue(text, 200);
  const { data, isFetching } = useItems(typed, box.dropdownOpened);
  const items = data ?? [];

  const choose = (id: string) => {
    onValue(items.find((item) => item.id === id) ?? null);
    setText('');
    box.closeDropdown();
  };

  return (
    <Combobox store={box} onOptionSubmit={choose} withinPortal>
      <Combobox.Target>
        <InputBase
          label={label}
          description={hint}
          error={error}
          required={required}
          withAsterisk={required}
          placeholder={t('say.typeToSearch')}
          value={value && !box.dropdownOpened ? nameOf(value) : text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            box.openDropdown();
            box.selectFirstOption();
          }}
          onFocus={() => box.openDropdown()}
          onClick={() => box.openDropdown()}
          onBlur={() => box.closeDropdown()}
          rightSection={
            isFetching ? (
              <Loader size={16} />
            ) : value ? (
              <CloseButton size="sm" aria-label={t('compose.change')} onClick={() => onValue(null)} />
            ) : (
              <Combobox.Chevron />
            )
          }
          rightSectionPointerEvents={value && !isFetching ? 'all' : 'none'}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <ScrollArea.Autosize mah={300} type="auto">
          <Combobox.Options aria-label={label}>
            {items.map((item) => (
              <Combobox.Option key={item.id} value={item.id}>
                <Box className="wrap">{render(item)}</Box>
              </Combobox.Option>
            ))}
            {!isFetching && items.length === 0 && (
              <Combobox.Empty>
                <Text size="sm">{t('say.noMatch')}</Text>
              </Combobox.Empty>
            )}
          </Combobox.Options>
        </ScrollArea.Autosize>
      </Combobox.Dropdown>
    </Combobox>
  );
};
