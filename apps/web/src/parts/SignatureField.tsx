import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = Readonly<{ value: string; onValue: (value: string) => void }>;

/** The own password once more, which signs what is about to be decided. */
export const SignatureField = ({ value, onValue }: Props) => {
  const { t } = useTranslation();
  return (
    <PasswordInput
      label={t('ask.signature')}
      description={t('ask.signatureHint')}
      autoComplete="current-password"
      maxLength={1000}
      required
      value={value}
      onChange={({ currentTarget }) => onValue(currentTarget.value)}
    />
  );
};
