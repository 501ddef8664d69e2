import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Employee, Sanction } from '../../api/model';
import { useImposeSanction } from '../../api/office';
import { isProblem } from '../../api/problem';
import { useNow } from '../../api/session';
import { dayOf } from '../../format/dates';
import { DayField } from '../../parts/DayField';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { toast } from '../../parts/toast';

type Props = Readonly<{ person: Employee; onDone: () => void }>;

const levels = ['light', 'medium', 'severe'] as const satisfies readonly Sanction['level'][];

export const SanctionForm = ({ person, onDone }: Props) => {
  const { t } = useTranslation();
  const today = dayOf(useNow());
  const impose = useImposeSanction();
  const [level, setLevel] = useState<Sanction['level']>('light');
  const [kind, setKind] = useState('');
  const [from, setFrom] = useState<string | null>(today);
  const [until, setUntil] = useState<string | null>(null);
  const [letter, setLetter] = useState('');
  const [tried, setTried] = useState(false);
  const problem = isProblem(impose.error) ? impose.error : undefined;
  const missing = (text: string | null) => (text === null || text.trim() === '' ? t('personnel.missing') : undefined);
  const reversed = from !== null && until !== null && until < from ? t('personnel.reversed') : undefined;
  const wrong = { kind: missing(kind), from: missing(from), letter: missing(letter) };

  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!from || reversed || wrong.kind || wrong.letter) return;
    const body = { level, kind: kind.trim(), from, letter: letter.trim(), ...(until !== null && { until }) };
    impose.mutate(
      { person: person.id, ...body },
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
          label={t('personnel.level')}
          value={level}
          onChange={({ currentTarget: { value } }) => setLevel(levels.find((name) => name === value) ?? 'light')}
          data={levels.map((value) => ({ value, label: t(`personnel.levels.${value}`) }))}
        />
        <TextInput
          label={t('personnel.kind')}
          description={t('personnel.kindHint')}
          required
          maxLength={200}
          value={kind}
          onChange={({ currentTarget: { value } }) => setKind(value)}
          error={problem?.at('kind') ?? (tried ? wrong.kind : undefined)}
        />
        <Group grow preventGrowOverflow={false} align="flex-start">
          <DayField
            label={t('personnel.from')}
            value={from}
            onValue={setFrom}
            required
            error={problem?.at('from') ?? (tried ? wrong.from : undefined)}
          />
          <DayField
            label={t('personnel.until')}
            hint={t('personnel.untilHint')}
            value={until}
            onValue={setUntil}
            clearable
            error={problem?.at('until') ?? reversed}
          />
        </Group>
        <TextInput
          label={t('personnel.letter')}
          required
          maxLength={200}
          value={letter}
          onChange={({ currentTarget: { value } }) => setLetter(value)}
          error={problem?.at('letter') ?? (tried ? wrong.letter : undefined)}
        />
        <ProblemNotice error={impose.error} />
        <Button type="submit" loading={impose.isPending}>
          {t('personnel.save')}
        </Button>
      </Stack>
    </form>
  );
};
