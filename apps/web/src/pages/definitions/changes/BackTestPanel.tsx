import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useBackTest } from '../../../api/definition-changes';
import { type DefinitionVersion, definitionQuery } from '../../../api/definitions';
import { ProblemNotice } from '../../../parts/ProblemNotice';
import { Section } from '../../../parts/Section';
import { BackTestSummary } from './BackTestSummary';
import { DifferingCases } from './DifferingCases';
import { titlesIn } from './stage-titles';

/** What a draft would have made of the cases that have ended. */
export const BackTestPanel = ({ shown }: { shown: DefinitionVersion }) => {
  const { t } = useTranslation();
  const test = useBackTest(shown.id);
  const inForce = useQuery({ ...definitionQuery(shown.id), enabled: shown.inForce !== null });
  const titled = titlesIn(shown, inForce.data);

  return (
    <Section title={t('change.backTest')}>
      <Stack gap="md" align="stretch">
        <Text size="sm" className="muted">
          {t('change.backTestHint')}
        </Text>
        <div>
          <Button data-deed="back-test" loading={test.isPending} onClick={() => test.mutate(shown.document)}>
            {test.data ? t('change.backTestAgain') : t('change.backTestRun')}
          </Button>
        </div>
        <div role="status">
          {test.isPending && <Text size="sm">{t('change.backTestBusy')}</Text>}
          {test.data && <BackTestSummary report={test.data} titled={titled} />}
        </div>
        <ProblemNotice error={test.error} />
        {test.data && test.data.items.length > 0 && <DifferingCases report={test.data} titled={titled} />}
      </Stack>
    </Section>
  );
};
