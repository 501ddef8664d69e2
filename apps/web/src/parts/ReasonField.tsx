import { Textarea, type TextareaProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';

type Props = Readonly<{ value: string; onValue: (value: string) => void; required: boolean; plain?: boolean }> &
  Omit<TextareaProps, 'value' | 'onChange' | 'required'>;

/** Free text that is kept for ever: its label says whether it must be given. */
export const ReasonField = ({ value, onValue, required, label, plain = false, ...rest }: Props) => {
  const { t } = useTranslation();
  const name = label ?? t('ask.reason');
  return (
    <Textarea
      autosize
      minRows={3}
      maxRows={10}
      maxLength={4000}
      value={value}
      onChange={(event) => onValue(event.currentTarget.value)}
      required={required}
      label={
        required || plain ? (
          name
        ) : (
          <>
            {name} ({t('say.optional')})
          </>
        )
      }
      {...rest}
    />
  );
};
