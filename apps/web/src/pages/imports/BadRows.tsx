import { Box, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BadRow } from '../../api/model';
import { numberText } from '../../format/dates';
import { Notice } from '../../parts/Notice';

const Shown = 200;

/** Every bad row with its place and the reason, the first two hundred on the page. */
export const BadRows = ({ rows }: { rows: readonly BadRow[] }) => {
  const { t } = useTranslation();
  return (
    <>
      <Notice tone="bad" role="alert">
        {t('imports.bad', { count: rows.length })}
      </Notice>
      <Box className="card bad-rows" tabIndex={0} role="region" aria-label={t('imports.bad', { count: rows.length })}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('imports.sheet')}</Table.Th>
              <Table.Th ta="right">{t('imports.row')}</Table.Th>
              <Table.Th>{t('imports.column')}</Table.Th>
              <Table.Th>{t('imports.value')}</Table.Th>
              <Table.Th>{t('imports.why')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, Shown).map((row, index) => (
              <Table.Tr key={index}>
                <Table.Td data-of={t('imports.sheet')}>{row.sheet}</Table.Td>
                <Table.Td data-of={t('imports.row')} ta="right">
                  {numberText(row.row)}
                </Table.Td>
                <Table.Td data-of={t('imports.column')}>{row.column}</Table.Td>
                <Table.Td data-of={t('imports.value')}>
                  {row.value === null || row.value === undefined ? '' : String(row.value)}
                </Table.Td>
                <Table.Td>{row.why}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Box>
    </>
  );
};
