import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MigrationItem, MigrationOutcome } from '../../../api/definition-changes';
import { Notice } from '../../../parts/Notice';
import { Tag } from '../../../parts/StatusBadge';
import { CaseLink } from './CaseLink';

type Props = Readonly<{ outcomes: readonly MigrationOutcome[]; items: readonly MigrationItem[]; version: number }>;

/** How each case came out of it. */
export const MigrationResults = ({ outcomes, items, version }: Props) => {
  const { t } = useTranslation();
  const moved = outcomes.filter(({ outcome }) => outcome === 'migrated').length;
  const missed = outcomes.length - moved;
  const itemOf = (id: string) => items.find(({ caseId }) => caseId === id) ?? { caseId: id, kind: 'case', subject: id };
  return (
    <div data-results>
      <Notice tone={missed === 0 ? 'good' : 'warn'} role="status" title={t('change.result', { count: moved, version })}>
        {missed > 0 && <Text size="sm">{t('change.resultMissed', { count: missed })}</Text>}
      </Notice>
      <Text fw={700} mt="md" mb="xs">
        {t('change.results')}
      </Text>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 8 }}>
        {outcomes.map(({ caseId, outcome }) => (
          <li key={caseId} className="wrap">
            <CaseLink of={itemOf(caseId)} />{' '}
            <Tag tone={outcome === 'migrated' ? 'good' : 'warn'}>
              {outcome === 'migrated' ? t('change.moved') : t('change.missed')}
            </Tag>
          </li>
        ))}
      </ul>
    </div>
  );
};
