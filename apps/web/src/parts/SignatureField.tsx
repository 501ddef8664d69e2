import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = Readonly<{ value: string; onValue: (value: string) => void; count?: number }>;

/** The own password once more, which signs what is about to be decided; `count`: how many decisions it signs. */
export const SignatureField = ({ value, onValue, count = 1 }: Props) => {
  const { t } = useTranslation();
  return (
    <PasswordInput
      label={t('ask.signature')}
      description={count === 1 ? t('ask.signatureHint') : t('ask.signatureHintMany', { count })}
      autoComplete="current-password"
      maxLength={1000}
      required
      value={value}
      onChange={({ currentTarget }) => onValue(currentTarget.value)}
    />
  );
};
