import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { versionsQuery } from '../../../api/definition-changes';
import type { DefinitionVersion } from '../../../api/definitions';
import { ProblemNotice } from '../../../parts/ProblemNotice';
import { Section } from '../../../parts/Section';
import { Waiting } from '../../../parts/Waiting';
import { MigrationOrder } from './MigrationOrder';

/** Lets running cases go on under another version, after a look at what becomes of each. For those who may publish. */
export const MigrationPanel = ({ shown }: { shown: DefinitionVersion }) => {
  const { t } = useTranslation();
  const out = shown.versions.filter(({ status }) => status === 'published' || status === 'retired');
  const targets = out.filter(({ status }) => status === 'published').map(({ version }) => version);
  const [chosen, setChosen] = useState<number>();
  const target = chosen ?? shown.inForce ?? targets[0];
  const query = useQuery({
    ...versionsQuery(
      shown.id,
      out.map(({ version }) => version),
    ),
    enabled: out.length > 1,
  });
  const goal = query.data?.find(({ version }) => version === target);

  return (
    <Section title={t('change.migration')} id="migration">
      <Text size="sm" className="muted" mb="md">
        {t('change.migrationHint')}
      </Text>
      {(out.length < 2 || targets.length === 0) && <Text>{t('change.noTarget')}</Text>}
      {out.length > 1 && query.isPending && <Waiting />}
      <ProblemNotice error={query.error} retry={query.refetch} />
      {query.data && goal && (
        <MigrationOrder
          key={goal.version}
          goal={goal}
          others={query.data.filter((each) => each !== goal)}
          targets={targets}
          onTarget={setChosen}
        />
      )}
    </Section>
  );
};
