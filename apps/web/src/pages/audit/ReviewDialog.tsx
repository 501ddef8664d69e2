import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReview, type ReviewDeed } from '../../api/duties';
import { isProblem } from '../../api/problem';
import { Dialog } from '../../parts/Dialog';
import { ReasonField } from '../../parts/ReasonField';
import { toast } from '../../parts/toast';

type Without<Deed, Key extends PropertyKey> = Deed extends unknown ? Omit<Deed, Key> : never;
/** A step that still lacks its note. */
export type Asked = Without<ReviewDeed, 'note'> & Readonly<{ /** The decision, in words. */ about?: string }>;

const nameKey = (asked: Asked | null) => (asked?.step === 'outcome' ? (asked.outcome ?? 'clean') : (asked?.step ?? 'clean'));

export const ReviewDialog = ({ asked, onClose }: { asked: Asked | null; onClose: () => void }) => {
  const { t } = useTranslation();
  const review = useReview();
  const [note, setNote] = useState('');
  const [shown, setShown] = useState(asked);
  const { reset } = review;

  useEffect(() => {
    if (!asked) return;
    setShown(asked);
    setNote('');
    reset();
  }, [asked, reset]);

  const key = nameKey(shown);
  const needed = key !== 'clean';
  const send = () =>
    shown &&
    review.mutate(
      { ...shown, note: note.trim() },
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
      title={t(`audit.ask.${key}`)}
      submit={t('say.save')}
      busy={review.isPending}
      error={review.error}
      ready={!needed || note.trim() !== ''}
      onSubmit={send}
    >
      {shown?.about && (
        <Text size="sm" fw={600} className="wrap">
          {shown.about}
        </Text>
      )}
      <ReasonField
        label={t('audit.note')}
        value={note}
        onValue={setNote}
        required={needed}
        error={isProblem(review.error) ? review.error.at('note') : undefined}
        data-autofocus
      />
    </Dialog>
  );
};
