import { Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ProposalRow } from '../../api/model';
import { named } from '../../format/words';
import { Due } from '../../parts/Due';
import { FromTo } from '../../parts/FromTo';
import { StatusBadge } from '../../parts/StatusBadge';

/** The same rows where a table has no room. */
export const ProposalCards = ({ rows }: { rows: readonly ProposalRow[] }) => (
  <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
    {rows.map((row) => (
      <li key={row.id}>
        <Link to="/proposals/$id" params={{ id: row.id }} className="card card-link" data-row>
          <Stack p="md" gap="xs">
            <Group justify="space-between" gap="xs">
              <Text fw={700}>{row.employee.name}</Text>
              <StatusBadge status={row.status} />
            </Group>
            <FromTo from={row.from} to={row.to} />
            <Group gap="sm">
              <Text size="sm" fw={600}>
                {named('stageName', row.stage)}
              </Text>
              {row.dueOn && <Due on={row.dueOn} />}
            </Group>
          </Stack>
        </Link>
      </li>
    ))}
  </Stack>
);
