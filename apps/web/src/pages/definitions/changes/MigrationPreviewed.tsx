import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type MigrationItem, type MigrationWish, useMigrate } from '../../../api/definition-changes';
import type { DefinitionVersion } from '../../../api/definitions';
import { Notice } from '../../../parts/Notice';
import { MigrationDialog } from './MigrationDialog';
import { MigrationResults } from './MigrationResults';
import { MigrationTable, type Titles } from './MigrationTable';

type Props = Readonly<{
  goal: DefinitionVersion;
  wish: MigrationWish;
  items: readonly MigrationItem[];
  titled: Titles;
}>;

/** What would become of each case, which of them stay behind, and the order to do it. */
export const MigrationPreviewed = ({ goal, wish, items, titled }: Props) => {
  const { t } = useTranslation();
  const [behind, setBehind] = useState<readonly string[]>([]);
  const [asking, setAsking] = useState(false);
  const migrate = useMigrate(goal.id);
  const going = items.filter(({ caseId }) => !behind.includes(caseId));
  const blocked = going.filter(({ problems }) => problems.length > 0);
  const toggle = (caseId: string) =>
    setBehind(behind.includes(caseId) ? behind.filter((each) => each !== caseId) : [...behind, caseId]);
  const carryOut = (reason: string) =>
    // Those that are seen here and no others: what began since then nobody has looked at.
    migrate.mutate(
      { ...wish, only: going.map(({ caseId }) => caseId), except: [...behind], reason },
      { onSuccess: () => setAsking(false) },
    );

  if (items.length === 0) return <Notice tone="info" role="status" title={t('change.noneRunning')} />;
  if (migrate.data) return <MigrationResults outcomes={migrate.data.items} items={items} version={goal.version} />;
  return (
    <Stack gap="md" align="stretch">
      <div role="status">
        <Notice
          tone={blocked.length > 0 ? 'warn' : 'info'}
          title={blocked.length > 0 ? t('change.blocked', { count: blocked.length }) : t('change.canGo', { count: going.length })}
        >
          {behind.length > 0 && <Text size="sm">{t('change.stayBehind', { count: behind.length })}</Text>}
        </Notice>
      </div>
      <MigrationTable items={items} behind={behind} onToggle={toggle} titled={titled} />
      <Group gap="sm">
        <Button data-deed="migrate" disabled={going.length === 0 || blocked.length > 0} onClick={() => setAsking(true)}>
          {t('change.go', { count: going.length })}
        </Button>
        {blocked.length > 0 && (
          <Button variant="default" onClick={() => setBehind([...behind, ...blocked.map(({ caseId }) => caseId)])}>
            {t('change.leaveBlocked')}
          </Button>
        )}
      </Group>
      <MigrationDialog
        opened={asking}
        onClose={() => {
          setAsking(false);
          migrate.reset();
        }}
        going={going.length}
        behind={behind.length}
        version={goal.version}
        busy={migrate.isPending}
        error={migrate.error}
        onReason={carryOut}
      />
    </Stack>
  );
};
