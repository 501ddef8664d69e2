import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useComplete } from '../../api/desk';
import type { Obligation } from '../../api/deskModel';
import { isProblem } from '../../api/problem';
import { inWords } from '../../format/words';
import { Dialog } from '../../parts/Dialog';
import { ReasonField } from '../../parts/ReasonField';
import { toast } from '../../parts/toast';

export const CompleteDialog = ({ asked, onClose }: { asked: Obligation | null; onClose: () => void }) => {
  const { t } = useTranslation();
  const complete = useComplete();
  const [note, setNote] = useState('');
  const [shown, setShown] = useState(asked);
  const { reset } = complete;

  useEffect(() => {
    if (!asked) return;
    setShown(asked);
    setNote('');
    reset();
  }, [asked, reset]);

  const send = () =>
    shown &&
    complete.mutate(
      { id: shown.id, note: note.trim() },
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
      ready={note.trim() !== ''}
      onSubmit={send}
    >
      <Text size="sm">
        <strong>{inWords(shown?.title)}</strong>, {shown?.subject.name}
      </Text>
      <ReasonField
        label={t('obligation.note')}
        value={note}
        onValue={setNote}
        required
        error={isProblem(complete.error) ? complete.error.at('note') : undefined}
        data-autofocus
      />
    </Dialog>
  );
};
