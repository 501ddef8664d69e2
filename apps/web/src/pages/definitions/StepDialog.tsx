import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePublishDraft, useRetire, useReviewDraft } from '../../api/definitions';
import { Dialog } from '../../parts/Dialog';
import { ReasonField } from '../../parts/ReasonField';
import { toast } from '../../parts/toast';

/** What is to be done with a version; `hash` is of what was read. */
export type Step = Readonly<{ deed: 'accept' | 'decline' | 'publish' | 'retire'; version: number; hash: string }>;

/** Asks once more, and for the reason where one is needed. */
export const StepDialog = ({ id, step, onClose }: { id: string; step: Step | null; onClose: () => void }) => {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const [review, publish, retire] = [useReviewDraft(id), usePublishDraft(id), useRetire(id)];
  const deed = step?.deed ?? 'accept';
  const version = step?.version ?? 0;
  const write = deed === 'publish' ? publish : deed === 'retire' ? retire : review;
  const needsNote = deed === 'decline' || deed === 'retire';
  const close = () => {
    setNote('');
    [review, publish, retire].forEach((each) => each.reset());
    onClose();
  };
  const onSuccess = () => {
    toast(t('definition.done'));
    close();
  };
  const send = () => {
    if (!step) return;
    if (deed === 'publish') return publish.mutate(step.hash, { onSuccess });
    if (deed === 'retire') return retire.mutate({ version, reason: note }, { onSuccess });
    return review.mutate({ hash: step.hash, verdict: deed, note }, { onSuccess });
  };

  return (
    <Dialog
      opened={step !== null}
      onClose={close}
      title={t(`definition.${deed}Ask`, { version })}
      submit={t(`definition.${deed}`)}
      color={needsNote ? 'red' : 'tarum'}
      ready={!needsNote || note.trim() !== ''}
      busy={write.isPending}
      error={write.error}
      onSubmit={send}
    >
      {deed === 'publish' && <Text>{t('definition.publishHint')}</Text>}
      {deed === 'retire' && <Text>{t('definition.retireHint')}</Text>}
      {deed !== 'publish' && (
        <ReasonField
          value={note}
          onValue={setNote}
          required={needsNote}
          {...(deed === 'retire' ? {} : { label: t('definition.note') })}
        />
      )}
    </Dialog>
  );
};
