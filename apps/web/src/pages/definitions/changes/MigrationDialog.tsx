import { Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../parts/Dialog';
import { ReasonField } from '../../../parts/ReasonField';

type Props = Readonly<{
  opened: boolean;
  onClose: () => void;
  going: number;
  behind: number;
  version: number;
  busy: boolean;
  error: unknown;
  onReason: (reason: string) => void;
}>;

/** Asks once more, by number, and for the reason that every case records. */
export const MigrationDialog = ({ going, behind, version, onReason, ...dialog }: Props) => {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <Dialog
      {...dialog}
      title={t('change.ask', { count: going, version })}
      submit={t('change.go', { count: going })}
      ready={reason.trim() !== ''}
      onSubmit={() => onReason(reason)}
    >
      <Text>{t('change.askHint')}</Text>
      {behind > 0 && <Text>{t('change.askBehind', { count: behind })}</Text>}
      <ReasonField value={reason} onValue={setReason} required />
    </Dialog>
  );
};
