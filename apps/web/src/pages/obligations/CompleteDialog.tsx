import { Group, NativeSelect, NumberInput, Text, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useComplete, type Completion } from '../../api/duties';
import type { Obligation } from '../../api/model';
import { isProblem } from '../../api/problem';
import { inWords } from '../../format/words';
import { Dialog } from '../../parts/Dialog';
import { ReasonField } from '../../parts/ReasonField';
import { toast } from '../../parts/toast';
import { predicates } from '../staffing/predicates';

type Predicate = (typeof predicates)[number];

/** Completes a duty: of an evaluation the predicate, of a training its name and hours; of both what came of it. */
export const CompleteDialog = ({ asked, onClose }: { asked: Obligation | null; onClose: () => void }) => {
  const { t } = useTranslation();
  const complete = useComplete();
  const [note, setNote] = useState('');
  const [predicate, setPredicate] = useState<Predicate>('good');
  const [title, setTitle] = useState('');
  const [hours, setHours] = useState<number | string>('');
  const [shown, setShown] = useState(asked);
  const { reset } = complete;
  const problem = isProblem(complete.error) ? complete.error : undefined;

  useEffect(() => {
    if (!asked) return;
    setShown(asked);
    setNote('');
    setTitle('');
    setHours('');
    reset();
  }, [asked, reset]);

  const isEvaluation = shown?.kind === 'evaluation';
  const result: Completion['result'] = isEvaluation ? { predicate } : { title: title.trim(), hours: Number(hours) };
  const ready = note.trim() !== '' && (isEvaluation || (title.trim() !== '' && Number(hours) > 0));
  const send = () =>
    shown &&
    complete.mutate(
      { id: shown.id, note: note.trim(), result },
      {
        onSuccess: () => {
          toast(t('say.saved'));
          onClose();
        },
      },
    );

  return (
    <Dialog
      opened={asked !== null}
      onClose={onClose}
      title={t('obligation.completeTitle')}
      submit={t('obligation.complete')}
      busy={complete.isPending}
      error={complete.error}
      ready={ready}
      onSubmit={send}
    >
      <Text size="sm">
        <strong>{inWords(shown?.title)}</strong>, {shown?.subject.name}
      </Text>
      {isEvaluation ? (
        <NativeSelect
          label={t('performance.name')}
          value={predicate}
          onChange={({ currentTarget: { value } }) => setPredicate(predicates.find((name) => name === value) ?? 'good')}
          data={predicates.map((value) => ({ value, label: t(`performance.predicate.${value}`) }))}
        />
      ) : (
        <Group grow preventGrowOverflow={false} align="flex-start">
          <TextInput
            label={t('obligation.training')}
            required
            value={title}
            onChange={({ currentTarget: { value } }) => setTitle(value)}
          />
          <NumberInput label={t('obligation.hours')} required min={1} max={2000} value={hours} onChange={setHours} hideControls />
        </Group>
      )}
      <ReasonField
        label={t('obligation.note')}
        value={note}
        onValue={setNote}
        required
        error={problem?.at('note')}
        data-autofocus
      />
    </Dialog>
  );
};
