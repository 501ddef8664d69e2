import { Button, Stack } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../api/generic';
import { isProblem } from '../../api/problem';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { fieldsOf, type FieldSchema, withoutEmpty } from './schema';
import { SchemaGroup } from './SchemaField';

type Props = Readonly<{
  schema: FieldSchema;
  start: Dossier;
  submit: string;
  busy: boolean;
  error: unknown;
  onSubmit: (dossier: Dossier) => void;
  /** What is asked before the dossier. */
  children?: ReactNode;
}>;

/** A form made of a dossier's JSON Schema. What is missing is told here; whatever else is wrong, the API tells field by field. */
export const SchemaForm = ({ schema, start, submit, busy, error, onSubmit, children }: Props) => {
  const { t } = useTranslation();
  const [dossier, setDossier] = useState(start);
  const [tried, setTried] = useState(false);
  const problem = isProblem(error) ? error : undefined;
  const filled = withoutEmpty(dossier);
  const asked = fieldsOf(schema).filter(([, field]) => !field.readOnly);
  const missing = asked.filter(([name]) => schema.required?.includes(name) && filled[name] === undefined).map(([name]) => name);
  const errorAt = (path: string): string | undefined =>
    problem?.at(path) ?? (tried && missing.some((name) => path === `dossier.${name}`) ? t('say.required') : undefined);

  const send = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing.length === 0 && !busy) onSubmit(filled);
  };

  return (
    <form onSubmit={send} noValidate className="card" style={{ padding: 'clamp(16px, 4vw, 28px)' }}>
      <Stack gap="lg">
        {children}
        <SchemaGroup
          path="dossier"
          field={schema}
          value={dossier}
          onValue={(value) => setDossier({ ...(value as Dossier) })}
          errorAt={errorAt}
        />
        <ProblemNotice error={error} />
        <Button type="submit" size="md" loading={busy}>
          {submit}
        </Button>
      </Stack>
    </form>
  );
};
