import { Group, Kbd, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const shortcuts = [
  { keys: ['/'], text: 'search' },
  { keys: ['g', 'i'], text: 'inbox' },
  { keys: ['j'], text: 'next' },
  { keys: ['k'], text: 'previous' },
  { keys: ['Enter'], text: 'enter' },
  { keys: ['a'], text: 'approve' },
  { keys: ['r'], text: 'return' },
  { keys: ['s'], text: 'reject' },
  { keys: ['?'], text: 'help' },
] as const;

export const ShortcutList = () => {
  const { t } = useTranslation();
  return (
    <Table withRowBorders>
      <Table.Tbody>
        {shortcuts.map(({ keys, text }) => (
          <Table.Tr key={text}>
            <Table.Th scope="row" w={110}>
              <Group gap={4}>
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </Group>
            </Table.Th>
            <Table.Td>{t(`help.${text}`)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};
