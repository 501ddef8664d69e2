import { Checkbox, Fieldset, NativeSelect, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../api/generic';
import { inWords } from '../../format/words';
import { DayField } from '../../parts/DayField';
import { fieldsOf, kindOf, type FieldSchema } from './schema';

type Props = Readonly<{
  path: string;
  name: string;
  field: FieldSchema;
  required: boolean;
  value: unknown;
  onValue: (value: unknown) => void;
  /** What is wrong with a field, by its path. */
  errorAt: (path: string) => string | undefined;
}>;

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** One field of a dossier, by its schema. What the system reckons itself is not asked for. */
export const SchemaField = ({ path, name, field, required, value, onValue, errorAt }: Props) => {
  const { t } = useTranslation();
  const title = inWords(field['x-title']) || field.title || name;
  const hint = inWords(field['x-help']) || field.description || undefined;
  const error = errorAt(path);
  const label = required || kindOf(field) === 'boolean' ? title : `${title} (${t('say.optional')})`;
  const common = { label, description: hint, error, required, withAsterisk: required };

  switch (kindOf(field)) {
    case 'enum':
      return (
        <NativeSelect
          {...common}
          value={textOf(value)}
          onChange={({ currentTarget }) => onValue(field.enum?.find((each) => String(each) === currentTarget.value))}
          data={[
            ...(value === undefined ? [{ value: '', label: t('say.choose') }] : []),
            ...(field.enum ?? []).map((each) => ({
              value: String(each),
              label: inWords(field['x-enum-titles']?.[String(each)]) || String(each),
            })),
          ]}
        />
      );
    case 'date':
      return (
        <DayField
          label={label}
          hint={hint}
          required={required}
          error={error}
          clearable={!required}
          value={typeof value === 'string' ? value : null}
          onValue={(day) => onValue(day ?? undefined)}
        />
      );
    case 'textarea':
      return (
        <Textarea
          {...common}
          autosize
          minRows={2}
          maxRows={10}
          maxLength={field.maxLength}
          value={textOf(value)}
          onChange={({ currentTarget }) => onValue(currentTarget.value)}
        />
      );
    case 'integer':
    case 'number':
      return (
        <NumberInput
          {...common}
          allowDecimal={kindOf(field) === 'number'}
          min={field.minimum}
          max={field.maximum}
          value={typeof value === 'number' ? value : ''}
          onChange={(next) => onValue(typeof next === 'number' ? next : undefined)}
        />
      );
    case 'boolean':
      return (
        <Checkbox
          label={title}
          description={hint}
          error={error}
          checked={value === true}
          onChange={({ currentTarget }) => onValue(currentTarget.checked)}
        />
      );
    case 'object':
      return <SchemaGroup path={path} title={title} field={field} value={value} onValue={onValue} errorAt={errorAt} />;
    case 'array':
      return (
        <Textarea
          {...common}
          description={hint ?? t('generic.onePerLine')}
          autosize
          minRows={2}
          value={Array.isArray(value) ? value.join('\n') : ''}
          onChange={({ currentTarget }) => onValue(currentTarget.value === '' ? undefined : currentTarget.value.split('\n'))}
        />
      );
    default:
      return (
        <TextInput
          {...common}
          maxLength={field.maxLength}
          value={textOf(value)}
          onChange={({ currentTarget }) => onValue(currentTarget.value)}
        />
      );
  }
};

type GroupProps = Pick<Props, 'path' | 'field' | 'value' | 'onValue' | 'errorAt'> & Readonly<{ title?: string }>;

const partsOf = (value: unknown): Dossier => (typeof value === 'object' && value !== null ? { ...value } : {});

/** The fields of an object, under one another; under a heading where it stands within another. */
export const SchemaGroup = ({ path, title, field, value, onValue, errorAt }: GroupProps) => {
  const dossier = partsOf(value);
  const fields = (
    <Stack gap="lg">
      {fieldsOf(field)
        .filter(([, each]) => !each.readOnly)
        .map(([name, each]) => (
          <SchemaField
            key={name}
            path={`${path}.${name}`}
            name={name}
            field={each}
            required={field.required?.includes(name) ?? false}
            value={dossier[name]}
            onValue={(next) => onValue({ ...dossier, [name]: next })}
            errorAt={errorAt}
          />
        ))}
    </Stack>
  );
  return title === undefined ? fields : <Fieldset legend={title}>{fields}</Fieldset>;
};
