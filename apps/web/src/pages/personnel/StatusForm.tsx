import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Employee } from '../../api/model';
import { useChangeStatus } from '../../api/office';
import { isProblem } from '../../api/problem';
import { useNow } from '../../api/session';
import { dayOf } from '../../format/dates';
import { DayField } from '../../parts/DayField';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { toast } from '../../parts/toast';
import { leaving, type Status, statuses } from './statuses';

type Props = Readonly<{ person: Employee; onDone: () => void }>;

export const StatusForm = ({ person, onDone }: Props) => {
  const { t } = useTranslation();
  const today = dayOf(useNow());
  const change = useChangeStatus();
  const others = statuses.filter((name) => name !== person.status);
  const [status, setStatus] = useState<Status | undefined>(others[0]);
  const [from, setFrom] = useState<string | null>(today);
  const [letter, setLetter] = useState('');
  const [tried, setTried] = useState(false);
  const problem = isProblem(change.error) ? change.error : undefined;
  const wrong = {
    from: from === null ? t('personnel.missing') : from > today ? t('personnel.future') : undefined,
    letter: letter.trim() === '' ? t('personnel.missing') : undefined,
  };

  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!status || !from || wrong.from || wrong.letter) return;
    change.mutate(
      { person: person.id, status, from, letter: letter.trim() },
      {
        onSuccess: () => {
          toast(t('say.saved'));
          onDone();
        },
      },
    );
  };

  return (
    <form onSubmit={send} noValidate>
      <Stack>
        <NativeSelect
          label={t('personnel.newStatus')}
          value={status}
          onChange={({ currentTarget: { value } }) => setStatus(others.find((name) => name === value))}
          data={others.map((value) => ({ value, label: t(`personnel.statuses.${value}`) }))}
          error={problem?.at('status')}
        />
        <DayField
          label={t('personnel.from')}
          value={from}
          onValue={setFrom}
          required
          error={problem?.at('from') ?? (tried || from !== null ? wrong.from : undefined)}
        />
        <TextInput
          label={t('personnel.letter')}
          required
          maxLength={200}
          value={letter}
          onChange={({ currentTarget: { value } }) => setLetter(value)}
          error={problem?.at('letter') ?? (tried ? wrong.letter : undefined)}
        />
        {status && leaving.includes(status) && person.post && (
          <Text size="sm">{t('personnel.leaves', { post: person.post.title })}</Text>
        )}
        <ProblemNotice error={change.error} />
        <Button type="submit" loading={change.isPending}>
          {t('personnel.save')}
        </Button>
      </Stack>
    </form>
  );
};
