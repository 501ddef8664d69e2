import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNameSubstitute } from '../../api/office';
import type { Employee } from '../../api/model';
import { isProblem } from '../../api/problem';
import { useNow } from '../../api/session';
import { dayOf } from '../../format/dates';
import { addDays } from '../../format/days';
import { DayField } from '../../parts/DayField';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { toast } from '../../parts/toast';
import { EmployeePicker } from '../compose/EmployeePicker';
import { UnitPicker } from '../staffing/UnitPicker';

const kinds = ['acting', 'daily', 'substitute', 'delegate'] as const;
/** Offices that several people hold at once: whose place is taken has to be said. */
const shared: readonly string[] = ['tpk', 'hr-officer'];

/** Names a substitute: for whom, who, as what, by which letter and for which days. */
export const SubstituteForm = () => {
  const { t } = useTranslation();
  const today = dayOf(useNow());
  const name = useNameSubstitute();
  const [office, setOffice] = useState('regent');
  const [unit, setUnit] = useState<string | null>(null);
  const [person, setPerson] = useState<Employee | null>(null);
  const [kind, setKind] = useState<(typeof kinds)[number]>('daily');
  const [from, setFrom] = useState<string | null>(today);
  const [until, setUntil] = useState<string | null>(addDays(today, 7));
  const [letter, setLetter] = useState('');
  const [holder, setHolder] = useState<Employee | null>(null);
  const problem = isProblem(name.error) ? name.error : undefined;
  const asksHolder = kind === 'delegate' || (kind === 'substitute' && shared.includes(office));
  const whole = office === 'head' ? unit !== null && `head:${unit}` : office;

  const send = (event: FormEvent) => {
    event.preventDefault();
    if (!whole || !person || !from || !until || letter.trim() === '') return;
    name.mutate(
      {
        ...{ office: whole, person: person.id, kind, from, until, letter: letter.trim() },
        ...(asksHolder && holder ? { onBehalfOf: holder.id } : {}),
      },
      {
        onSuccess: () => {
          toast(t('say.saved'));
          setPerson(null);
          setHolder(null);
          setLetter('');
        },
      },
    );
  };

  return (
    <form onSubmit={send} className="card" style={{ padding: 20 }}>
      <Stack>
        <Group grow preventGrowOverflow={false} align="flex-start">
          <NativeSelect
            label={t('substitute.office')}
            value={office}
            onChange={({ currentTarget: { value } }) => setOffice(value)}
            data={[
              { value: 'regent', label: t('substitute.regent') },
              { value: 'secretary', label: t('substitute.secretary') },
              { value: 'tpk', label: t('substitute.tpk') },
              { value: 'hr-officer', label: t('substitute.hrOfficer') },
              { value: 'head', label: t('substitute.head') },
            ]}
          />
          <NativeSelect
            label={t('substitute.kind')}
            value={kind}
            onChange={({ currentTarget: { value } }) => setKind(kinds.find((name) => name === value) ?? 'daily')}
            data={kinds.map((value) => ({ value, label: t(`holding.${value}`) }))}
          />
        </Group>
        {office === 'head' && <UnitPicker label={t('substitute.unit')} onUnit={setUnit} />}
        <EmployeePicker
          label={t('substitute.person')}
          hint={t('personnel.employeeHint')}
          value={person}
          onValue={setPerson}
          error={problem?.at('person')}
        />
        {asksHolder && (
          <EmployeePicker
            label={t(kind === 'delegate' ? 'substitute.lender' : 'substitute.seat')}
            hint={t('substitute.holderHint')}
            value={holder}
            onValue={setHolder}
            error={problem?.at('onBehalfOf')}
          />
        )}
        <Group grow preventGrowOverflow={false} align="flex-start">
          <DayField label={t('substitute.from')} value={from} onValue={setFrom} required error={problem?.at('from')} />
          <DayField
            label={t('substitute.until')}
            value={until}
            onValue={setUntil}
            required
            min={from ?? today}
            error={problem?.at('until')}
          />
        </Group>
        <TextInput
          label={t('substitute.letter')}
          required
          value={letter}
          onChange={({ currentTarget: { value } }) => setLetter(value)}
          error={problem?.at('letter')}
        />
        <ProblemNotice error={name.error} />
        <Button type="submit" loading={name.isPending}>
          {t('substitute.name')}
        </Button>
      </Stack>
    </form>
  );
};
