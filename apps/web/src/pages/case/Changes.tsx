import { Box, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../api/model';
import { dayText } from '../../format/dates';
import { inWords, named } from '../../format/words';
import { Section } from '../../parts/Section';

const shown = (value: string | null): string => (value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayText(value) : (value ?? ''));

const Papers = 'document:';

/** What is different from the round before, newest first. */
export const Changes = ({ proposal }: { proposal: Proposal }) => {
  const { t } = useTranslation();
  const fieldName = (field: string): string => {
    if (!field.startsWith(Papers)) return named('changes.fields', field);
    const paper = proposal.checklist.find(({ type }) => type === field.slice(Papers.length));
    return paper ? inWords(paper.label) : field.slice(Papers.length);
  };
  const rounds = proposal.changes.filter(({ fields }) => fields.length > 0).toReversed();
  return rounds.map(({ round, fields }) => (
    <Section key={round} title={t('changes.title', { round })}>
      <ul className="rows">
        {fields.map(({ field, from, to }, index) => (
          <li key={`${field}${index}`}>
            <Text fw={600} size="sm">
              {fieldName(field)}
            </Text>
            <Box style={{ display: 'grid', gap: 8, gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))' }}>
              <Text size="sm" className="muted wrap">
                {t('changes.from')}: <del>{shown(from) || t('changes.empty')}</del>
              </Text>
              <Text size="sm" className="wrap">
                {t('changes.to')}: <ins>{shown(to) || t('changes.empty')}</ins>
              </Text>
            </Box>
          </li>
        ))}
      </ul>
    </Section>
  ));
};
