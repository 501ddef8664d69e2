import { Box, Button, Group, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../api/model';
import { named } from '../../format/words';
import { Due } from '../../parts/Due';
import { PrintedBy } from '../../parts/PrintedBy';
import { StatusBadge } from '../../parts/StatusBadge';

export const CaseHeader = ({ proposal }: { proposal: Proposal }) => {
  const { t } = useTranslation();
  const { employee, status, round, moveType, ownRequest } = proposal;

  return (
    <Group
      component="header"
      justify="space-between"
      align="flex-start"
      gap="sm"
      className="keep"
      style={{ display: 'flex' }}
      data-print="keep"
    >
      <Box className="wrap" flex={1} miw={220}>
        <Text size="sm" className="muted" fw={600}>
          {t('page.title')} · {named('move', moveType)}
          {ownRequest && `, ${t('move.ownRequest')}`}
        </Text>
        <Title order={1} fz={{ base: 23, sm: 28 }} lh={1.25}>
          {employee.name}
        </Title>
        <Text className="muted" size="sm">
          NIP {employee.nip}
          {employee.grade && ` · ${t('page.grade')} ${employee.grade}`}
          {` · ${employee.employeeType}`}
        </Text>
        <Group gap="sm" mt={8}>
          <StatusBadge status={status} />
          <Text size="sm" span>
            {t('page.round', { round })}
          </Text>
          {(status === 'submitted' || status === 'returned') && <Due on={proposal.dueOn} at={proposal.dueAt} />}
        </Group>
        <PrintedBy of={t('page.file', { id: proposal.id })} />
      </Box>
      <Button
        variant="default"
        className="no-print"
        visibleFrom="sm"
        leftSection={<IconPrinter size={18} aria-hidden />}
        onClick={() => window.print()}
      >
        {t('page.print')}
      </Button>
    </Group>
  );
};
