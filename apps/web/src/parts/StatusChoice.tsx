import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';

type Props = Readonly<{
  label: string;
  /** Absent where the list is not narrowed. */
  value: string | undefined;
  onValue: (value: string) => void;
  options: readonly Readonly<{ value: string; label: string }>[];
}>;

/** By which state a list is narrowed: side by side at a desk, as a list on a phone, where not all of them would be seen. */
export const StatusChoice = ({ label, value, onValue, options }: Props) => {
  const { t } = useTranslation();
  const phone = useMediaQuery('(max-width: 40em)', undefined, { getInitialValueInEffect: false });
  if (!phone)
    return (
      <SegmentedControl
        aria-label={label}
        value={value ?? ''}
        onChange={onValue}
        data={[...options]}
        style={{ alignSelf: 'flex-start' }}
      />
    );
  return (
    <NativeSelect
      label={label}
      value={value ?? ''}
      onChange={({ currentTarget }) => onValue(currentTarget.value)}
      data={[...(value === undefined ? [{ value: '', label: t('say.all') }] : []), ...options]}
    />
  );
};
