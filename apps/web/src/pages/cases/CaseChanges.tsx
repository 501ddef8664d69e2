import { Box, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseFull } from '../../api/generic';
import { inWords } from '../../format/words';
import { Section } from '../../parts/Section';
import { shownOf } from './DossierView';
import type { FieldSchema } from './schema';

/** What is different from the round before, newest first, in the words of the schema. */
export const CaseChanges = ({ of, schema }: { of: CaseFull; schema: FieldSchema }) => {
  const { t } = useTranslation();
  const words = { yes: t('say.yes'), no: t('say.no') };
  const rounds = of.changes.filter(({ fields }) => fields.length > 0).toReversed();
  return rounds.map(({ round, fields }) => (
    <Section key={round} title={t('changes.title', { round })}>
      <ul className="rows">
        {fields.map(({ field, from, to }) => {
          const known = schema.properties?.[field];
          return (
            <li key={field}>
              <Text fw={600} size="sm">
                {inWords(known?.['x-title']) || field}
              </Text>
              <Box style={{ display: 'grid', gap: 8, gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))' }}>
                <Text size="sm" className="muted wrap">
                  {t('changes.from')}: <del>{from === null ? t('changes.empty') : shownOf(known, from, words)}</del>
                </Text>
                <Text size="sm" className="wrap">
                  {t('changes.to')}: <ins>{to === null ? t('changes.empty') : shownOf(known, to, words)}</ins>
                </Text>
              </Box>
            </li>
          );
        })}
      </ul>
    </Section>
  ));
};
