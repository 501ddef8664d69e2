import { List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { DefinitionVersion } from '../../api/definitions';
import { inWords, named } from '../../format/words';
import { Notice } from '../../parts/Notice';

/** The stages where a case would wait for nobody, as the offices are held today: for those who can do something about it. */
export const StaffingWarnings = ({ warnings }: Pick<DefinitionVersion, 'warnings'>) => {
  const { t } = useTranslation();
  if (warnings.length === 0) return null;
  return (
    <Notice tone="warn" title={t('definition.warnings')}>
      <Text size="sm">{t('definition.warningsHint')}</Text>
      <List size="sm" mt="xs" data-warnings>
        {warnings.map(({ stage, title, role, otherThan, holders }) => (
          <List.Item key={`${stage}${role}${otherThan?.id ?? ''}`}>
            {t(`definition.${otherThan === null ? 'vacant' : holders === null ? 'second' : 'alone'}`, {
              stage: inWords(title),
              role: named('role', role),
              other: inWords(otherThan),
            })}
          </List.Item>
        ))}
      </List>
    </Notice>
  );
};
