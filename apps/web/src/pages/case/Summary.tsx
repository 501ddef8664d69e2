import { Box, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../api/model';
import { dayText, instantText } from '../../format/dates';
import { FromTo } from '../../parts/FromTo';
import { Section } from '../../parts/Section';

/** What is asked, on one card: enough to decide on a phone. */
export const Summary = ({ proposal }: { proposal: Proposal }) => {
  const { t } = useTranslation();
  const { from, to, reason, effectiveDate, proposedBy, submittedAt, createdAt } = proposal;
  return (
    <Section title={t('page.summary')}>
      <Stack gap="md">
        <FromTo from={from} to={to} wide />
        <Box>
          <Text size="xs" className="muted" mb={2}>
            {t('page.reason')}
          </Text>
          <Text className="quote">{reason || t('page.forgotten')}</Text>
        </Box>
        <dl className="facts">
          <dt>{t('page.proposedBy')}</dt>
          <dd>{proposedBy.person.name}</dd>
          <dt>{submittedAt ? t('page.submitted') : t('page.created')}</dt>
          <dd>{instantText(submittedAt ?? createdAt)}</dd>
          <dt>{t('page.wish')}</dt>
          <dd>{effectiveDate ? dayText(effectiveDate) : t('page.noWish')}</dd>
        </dl>
      </Stack>
    </Section>
  );
};
