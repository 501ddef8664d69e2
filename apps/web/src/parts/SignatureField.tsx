import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session';
import { Notice } from './Notice';

type Props = Readonly<{ value: string; onValue: (value: string) => void; count?: number }>;

/** The own password once more, which signs what is about to be decided; `count`: how many decisions it signs. Whose account has none is told so. */
export const SignatureField = ({ value, onValue, count = 1 }: Props) => {
  const { t } = useTranslation();
  if (useMe()?.maySign === false) return <Notice tone="warn">{t('ask.cannotSign')}</Notice>;
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
