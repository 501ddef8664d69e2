import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useEmployees } from '../../api/staffing';
import type { Employee } from '../../api/model';
import { SearchSelect } from '../../parts/SearchSelect';

type Props = Readonly<{
  value: Employee | null;
  onValue: (employee: Employee | null) => void;
  error?: string | undefined;
  label?: string;
  hint?: string;
}>;

export const EmployeePicker = ({ value, onValue, error, label, hint }: Props) => {
  const { t } = useTranslation();
  return (
    <SearchSelect<Employee>
      label={label ?? t('compose.employee')}
      hint={hint ?? t('compose.employeeHint')}
      required
      error={error}
      value={value}
      onValue={onValue}
      useItems={useEmployees}
      nameOf={({ name, post }) => (post ? `${name}, ${post.title}` : name)}
      render={({ name, nip, grade, post, unit, agency }) => (
        <>
          <Text size="sm" fw={600}>
            {name}
          </Text>
          <Text size="xs" className="muted">
            NIP {nip}
            {grade && ` · ${grade}`}
          </Text>
          <Text size="xs" className="muted">
            {[post?.title, unit?.name, agency?.name === unit?.name ? undefined : agency?.name].filter(Boolean).join(' · ')}
          </Text>
        </>
      )}
    />
  );
};
