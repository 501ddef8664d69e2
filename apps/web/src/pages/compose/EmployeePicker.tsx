import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { employeesQuery } from '../../api/desk';
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
      queryOf={(query) => employeesQuery({ query })}
      nameOf={({ name, post }) => (post ? `${name}, ${post.title ?? post.name ?? ''}` : name)}
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
            {[post?.title ?? post?.name, unit?.name, agency?.name === unit?.name ? undefined : agency?.name]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </>
      )}
    />
  );
};
