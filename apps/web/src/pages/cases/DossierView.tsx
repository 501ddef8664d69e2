import { useTranslation } from 'react-i18next';
import type { CaseFull } from '../../api/generic';
import { dayText, instantText } from '../../format/dates';
import { inWords } from '../../format/words';
import { Section } from '../../parts/Section';
import { fieldsOf, kindOf, type FieldSchema } from './schema';

/** A value as text: what is no plain value is shown as JSON. */
const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);

/** A value as a reader reads it. */
export const shownOf = (field: FieldSchema | undefined, value: unknown, words: Readonly<{ yes: string; no: string }>): string => {
  if (value === undefined || value === null || value === '') return '–';
  if (!field) return textOf(value);
  switch (kindOf(field)) {
    case 'enum':
      return inWords(field['x-enum-titles']?.[textOf(value)]) || textOf(value);
    case 'date':
      return typeof value === 'string' ? dayText(value) : textOf(value);
    case 'boolean':
      return value === true || value === 'true' ? words.yes : words.no;
    default:
      return Array.isArray(value) ? value.map(textOf).join(', ') : textOf(value);
  }
};

/** What is asked for, in the words of its schema; field by field where it has none. */
export const DossierView = ({ of, schema }: { of: CaseFull; schema: FieldSchema }) => {
  const { t } = useTranslation();
  const named = fieldsOf(schema);
  const known = named.map(([name]) => name);
  const rest = Object.keys(of.dossier).filter((name) => !known.includes(name));
  const words = { yes: t('say.yes'), no: t('say.no') };
  return (
    <Section title={t('page.summary')}>
      <dl className="facts">
        {[...named, ...rest.map((name) => [name, undefined] as const)].map(([name, field]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{inWords(field?.['x-title']) || field?.title || name}</dt>
            <dd className="wrap" style={{ whiteSpace: 'pre-wrap' }}>
              {shownOf(field, of.dossier[name], words)}
            </dd>
          </div>
        ))}
        <dt>{t('page.proposedBy')}</dt>
        <dd>{of.startedBy.person.name}</dd>
        <dt>{of.submittedAt ? t('page.submitted') : t('page.created')}</dt>
        <dd>{instantText(of.submittedAt ?? of.createdAt)}</dd>
      </dl>
    </Section>
  );
};
