import { Anchor, Box, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ProposalRow } from '../../api/model';
import { instantText } from '../../format/dates';
import { named } from '../../format/words';
import { Due } from '../../parts/Due';
import { Spot } from '../../parts/FromTo';
import { StatusBadge } from '../../parts/StatusBadge';

export const ProposalTable = ({ rows }: { rows: readonly ProposalRow[] }) => {
  const { t } = useTranslation();
  return (
    <Box className="card" style={{ overflowX: 'auto' }}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('list.employee')}</Table.Th>
            <Table.Th>{t('page.from')}</Table.Th>
            <Table.Th>{t('page.to')}</Table.Th>
            <Table.Th>{t('list.status')}</Table.Th>
            <Table.Th>{t('list.stage')}</Table.Th>
            <Table.Th>{t('list.updated')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  );
};

const Row = ({ row }: { row: ProposalRow }) => {
  const { t } = useTranslation();
  return (
    <Table.Tr className="row-link" style={{ verticalAlign: 'top' }}>
      <Table.Td miw={150} className="wrap">
        <Anchor component={Link} to="/proposals/$id" params={{ id: row.id } as never} fw={700} data-row c="tarum.8">
          {row.employee.name}
        </Anchor>
      </Table.Td>
      <Table.Td miw={180}>
        <Spot place={row.from} />
      </Table.Td>
      <Table.Td miw={180}>
        <Spot place={row.to} strong />
      </Table.Td>
      <Table.Td>
        <StatusBadge status={row.status} />
        {row.round > 1 && (
          <Text size="sm" className="muted" mt={4}>
            {t('page.round', { round: row.round })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm" fw={600}>
          {named('stageName', row.stage)}
        </Text>
        {row.dueOn && <Due on={row.dueOn} />}
        {row.decreeNumber && (
          <Text size="sm" className="muted">
            SK {row.decreeNumber}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm" className="muted">
          {instantText(row.updatedAt)}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
};
