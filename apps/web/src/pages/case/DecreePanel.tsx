import { Button, Text } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../api/model';
import { dayText } from '../../format/dates';
import { Section } from '../../parts/Section';
import { DecreeForm } from './DecreeForm';

/** The decree: its number and dates once it is there; before, the form for HR. */
export const DecreePanel = ({ proposal }: { proposal: Proposal }) => {
  const { t } = useTranslation();
  const { decree } = proposal;
  const action = proposal.actions.find(({ verb }) => verb === 'decree');

  if (decree) {
    return (
      <Section
        title={t('decree.title')}
        aside={
          decree.pdf && (
            <Button
              component="a"
              href={`/api/proposals/${proposal.id}/decree.pdf`}
              target="_blank"
              rel="noopener"
              variant="default"
              size="sm"
              leftSection={<IconFileTypePdf size={18} aria-hidden />}
              className="no-print"
            >
              {t('decree.pdf')}
            </Button>
          )
        }
      >
        <dl className="facts">
          <dt>{t('decree.number')}</dt>
          <dd>{decree.number}</dd>
          <dt>{t('decree.date')}</dt>
          <dd>{dayText(decree.date)}</dd>
          <dt>{t('decree.effectiveDate')}</dt>
          <dd>{dayText(decree.effectiveDate)}</dd>
        </dl>
      </Section>
    );
  }
  if (proposal.status !== 'approved') return null;
  return (
    <Section title={t('decree.title')}>
      {action?.allowed ? <DecreeForm proposal={proposal} /> : <Text size="sm">{action?.detail ?? t('bar.notYours')}</Text>}
    </Section>
  );
};
