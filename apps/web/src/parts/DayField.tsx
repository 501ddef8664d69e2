import { DatePickerInput } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../api/model';

type Props = Readonly<{
  label: string;
  hint?: string | undefined;
  value: Day | null;
  onValue: (day: Day | null) => void;
  required?: boolean;
  error?: string | undefined;
  min?: Day;
  clearable?: boolean;
}>;

/** A calendar day, told in words; the calendar speaks the person's language and starts on Monday. */
export const DayField = ({ label, hint, value, onValue, required = false, error, min, clearable = false }: Props) => {
  const { i18n, t } = useTranslation();
  return (
    <DatePickerInput
      label={label}
      description={hint}
      value={value}
      onChange={onValue}
      required={required}
      withAsterisk={required}
      error={error}
      minDate={min}
      clearable={clearable}
      clearButtonProps={{ 'aria-label': t('say.remove') }}
      ariaLabels={{
        previousMonth: t('calendar.previousMonth'),
        nextMonth: t('calendar.nextMonth'),
        previousYear: t('calendar.previousYear'),
        nextYear: t('calendar.nextYear'),
        previousDecade: t('calendar.previousDecade'),
        nextDecade: t('calendar.nextDecade'),
      }}
      locale={i18n.language}
      firstDayOfWeek={1}
      valueFormat="D MMMM YYYY"
      placeholder={t('say.choose')}
      leftSection={<IconCalendar size={17} aria-hidden />}
      // The library names its calendar after an element that is not there: no role is better than one without a name.
      popoverProps={{ withinPortal: true, withRoles: false }}
    />
  );
};
