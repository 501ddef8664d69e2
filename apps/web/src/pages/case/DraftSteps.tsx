import { List, Text, ThemeIcon } from '@mantine/core';
import { IconCheck, IconCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { eligibilityQuery } from '../../api/cases';
import type { Proposal } from '../../api/model';
import { Section } from '../../parts/Section';
import { AmendForm } from './AmendForm';

const isThere = (state: string): boolean => ['attached', 'accepted', 'produced'].includes(state);

/** What is left before the proposal can be submitted, and the form that repairs it. */
export const DraftSteps = ({ proposal }: { proposal: Proposal }) => {
  const { t } = useTranslation();
  const result = useQuery(eligibilityQuery(proposal.id)).data?.result;
  const needed = proposal.checklist.filter(({ required, producedBy }) => required && producedBy === null);
  const have = needed.filter(({ state }) => isThere(state)).length;
  const steps = [
    {
      done: result !== undefined && result !== 'blocked',
      text: t('compose.step.eligibility'),
      to: '#eligibility',
      note: result ? t(`eligibility.result.${result}`) : '',
    },
    {
      done: have === needed.length,
      text: t('compose.step.documents'),
      to: '#documents',
      note: t('document.progress', { have, need: needed.length }),
    },
    { done: false, text: t('compose.step.submit'), to: '#decision', note: '' },
  ];

  return (
    <Section title={t('compose.nextTitle')} aside={<AmendForm proposal={proposal} />}>
      <List spacing="sm" center listStyleType="none">
        {steps.map(({ done, text, to, note }) => (
          <List.Item
            key={to}
            icon={
              <ThemeIcon size={24} radius="xl" color={done ? 'teal.8' : 'gray.6'} variant={done ? 'filled' : 'outline'}>
                {done ? (
                  <IconCheck size={15} aria-label={t('stageState.done')} />
                ) : (
                  <IconCircle size={12} aria-label={t('stageState.future')} />
                )}
              </ThemeIcon>
            }
          >
            <a href={to}>{text}</a>
            {note && (
              <Text span size="sm" className="muted">
                {' '}
                · {note}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </Section>
  );
};
