import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Incident, useResolve } from '../../api/operations';
import { Dialog } from '../../parts/Dialog';
import { ReasonField } from '../../parts/ReasonField';
import { toast } from '../../parts/toast';

/** Skipping is for ever, so it is asked for with its reason. */
export const SkipDialog = ({ asked, onClose }: { asked: Incident | null; onClose: () => void }) => {
  const { t } = useTranslation();
  const resolve = useResolve();
  const { reset } = resolve;
  const [reason, setReason] = useState('');
  useEffect(() => {
    setReason('');
    reset();
  }, [asked, reset]);
  const send = () =>
    asked &&
    resolve.mutate(
      { id: asked.id, choice: 'skip', reason: reason.trim() },
      {
        onSuccess: () => {
          toast(t('operations.skipped'));
          onClose();
        },
      },
    );
  return (
    <Dialog
      opened={asked !== null}
      onClose={onClose}
      title={t('operations.skipTitle')}
      submit={t('operations.skip')}
      color="red.9"
      busy={resolve.isPending}
      error={resolve.error}
      ready={reason.trim() !== ''}
      onSubmit={send}
    >
      <Text size="sm">{t(asked?.kind === 'policy' ? 'operations.skipPolicyWarning' : 'operations.skipWarning')}</Text>
      <ReasonField value={reason} onValue={setReason} required maxLength={1000} data-autofocus />
    </Dialog>
  );
};
