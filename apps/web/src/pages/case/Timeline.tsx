import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { timelineQuery } from '../../api/cases';
import type { TimelineItem } from '../../api/model';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { Section } from '../../parts/Section';
import { Waiting } from '../../parts/Waiting';
import { TimelineEntry, type Titled } from './TimelineEntry';

/** The machine's own steps and the handling of papers; the rest is what people decided and said. */
const quiet: readonly string[] = [
  'StageOpened',
  'StageSkipped',
  'CaseReturned',
  'StageClosed',
  'CaseStarted',
  'EligibilityChecked',
  'CheckRecorded',
  'DecreePrinted',
  'ReminderFellDue',
  'DocumentAttached',
  'DocumentRemoved',
  'DocumentJudged',
];
export const isQuiet = ({ type }: TimelineItem): boolean => quiet.includes(type);

/** Who did what, in which office, for whom, when, why and resting on what; newest first. */
export const Timeline = ({ id, stages = [] }: { id: string; stages?: readonly Titled[] }) => {
  const { t } = useTranslation();
  const [all, { toggle }] = useDisclosure(false);
  const query = useQuery(timelineQuery(id));
  const items = query.data ?? [];
  const shown = (all ? items : items.filter((item) => !isQuiet(item))).toReversed();

  return (
    <Section title={t('timeline.title')}>
      {query.isPending && <Waiting />}
      {query.isError && <ProblemNotice error={query.error} retry={query.refetch} />}
      {query.isSuccess && items.length === 0 && <Text className="muted">{t('timeline.empty')}</Text>}
      <ol className="line">
        {shown.map((item) => (
          <TimelineEntry key={item.id} item={item} stages={stages} />
        ))}
      </ol>
      {items.some(isQuiet) && (
        <Button variant="subtle" size="sm" onClick={toggle} aria-expanded={all} className="no-print">
          {all ? t('timeline.showMain') : t('timeline.showAll', { count: items.length })}
        </Button>
      )}
    </Section>
  );
};
