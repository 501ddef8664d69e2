import { Button, Group, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDecree } from '../../api/cases';
import type { Proposal } from '../../api/model';
import { isProblem } from '../../api/problem';
import { useNow } from '../../api/session';
import { dayOf } from '../../format/dates';
import { addMonths } from '../../format/days';
import { DayField } from '../../parts/DayField';
import { ProblemNotice } from '../../parts/ProblemNotice';

/** The first of next month, the usual effective date, unless the proposer wished for a later one. */
const usualDate = (today: string, wish: string | null): string => {
  const first = `${addMonths(today, 1).slice(0, 8)}01`;
  return wish && wish > today ? wish : first;
};

export const DecreeForm = ({ proposal }: { proposal: Proposal }) => {
  const { t } = useTranslation();
  const today = dayOf(useNow());
  const decree = useDecree(proposal.id);
  const [date, setDate] = useState<string | null>(today);
  const [effective, setEffective] = useState<string | null>(usualDate(today, proposal.effectiveDate));
  const problem = isProblem(decree.error) ? decree.error : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (date && effective) decree.mutate({ date, effectiveDate: effective });
  };

  return (
    <form onSubmit={send}>
      <Stack>
        <Text size="sm">{t('decree.text')}</Text>
        <Group grow preventGrowOverflow={false} align="flex-start">
          <DayField label={t('decree.date')} value={date} onValue={setDate} required error={problem?.at('date')} />
          <DayField
            label={t('decree.effectiveDate')}
            value={effective}
            onValue={setEffective}
            required
            min={date ?? today}
            error={problem?.at('effectiveDate')}
          />
        </Group>
        <ProblemNotice error={decree.error} />
        <Button type="submit" loading={decree.isPending} disabled={!date || !effective} data-verb="decree">
          {t('decree.publish')}
        </Button>
      </Stack>
    </form>
  );
};
