import { Button, Group, NativeSelect, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreviewMigration } from '../../../api/definition-changes';
import type { DefinitionVersion } from '../../../api/definitions';
import { ProblemNotice } from '../../../parts/ProblemNotice';
import { MappingEditor } from './MappingEditor';
import { MigrationPreviewed } from './MigrationPreviewed';
import { titlesIn } from './stage-titles';

type Props = Readonly<{
  goal: DefinitionVersion;
  /** Every other version that cases may run on. */
  others: readonly DefinitionVersion[];
  targets: readonly number[];
  onTarget: (version: number) => void;
}>;

/** Where to, which stage becomes which, and what becomes of deadlines. Any change makes the look at it old. */
export const MigrationOrder = ({ goal, others, targets, onTarget }: Props) => {
  const { t } = useTranslation();
  const [mapping, setMapping] = useState<Readonly<Record<string, string>>>({});
  const [timers, setTimers] = useState<'keep' | 'restart'>('keep');
  const preview = usePreviewMigration(goal.id);
  const wish = { version: goal.version, mapping, timers };
  const change = (what: () => void) => {
    what();
    preview.reset();
  };

  return (
    <Stack gap="md" align="stretch">
      <Group align="flex-end" gap="md">
        <NativeSelect
          label={t('change.target')}
          value={String(goal.version)}
          onChange={(event) => onTarget(Number(event.currentTarget.value))}
          data={targets.map((version) => ({ value: String(version), label: t('definition.version', { version }) }))}
        />
        <NativeSelect
          label={t('change.timers')}
          value={timers}
          onChange={(event) => {
            const next = event.currentTarget.value === 'restart' ? 'restart' : 'keep';
            change(() => setTimers(next));
          }}
          data={[
            { value: 'keep', label: t('change.keep') },
            { value: 'restart', label: t('change.restart') },
          ]}
        />
      </Group>
      <MappingEditor goal={goal} others={others} mapping={mapping} onMapping={(next) => change(() => setMapping(next))} />
      <div>
        <Button data-deed="preview" variant="default" loading={preview.isPending} onClick={() => preview.mutate(wish)}>
          {preview.data ? t('change.lookAgain') : t('change.look')}
        </Button>
      </div>
      <ProblemNotice error={preview.error} />
      {preview.data && (
        <MigrationPreviewed
          key={preview.submittedAt}
          goal={goal}
          wish={wish}
          items={preview.data.items}
          titled={{ before: titlesIn(...others, goal), after: titlesIn(goal, ...others) }}
        />
      )}
    </Stack>
  );
};
