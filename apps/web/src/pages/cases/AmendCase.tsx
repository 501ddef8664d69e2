import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { type CaseFull, useAmendCase } from '../../api/generic';
import { Section } from '../../parts/Section';
import { toast } from '../../parts/toast';
import { SchemaForm } from './SchemaForm';
import type { FieldSchema } from './schema';

/** What to do with a draft, or with what came back: change it, or hand it in as it is. */
export const AmendCase = ({ of, schema }: { of: CaseFull; schema: FieldSchema }) => {
  const { t } = useTranslation();
  const [open, { open: start, close }] = useDisclosure(false);
  const amend = useAmendCase(of.id);
  const reckoned = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => (field.readOnly ? [name] : []));
  const editable = Object.fromEntries(Object.entries(of.dossier).filter(([name]) => !reckoned.includes(name)));

  if (open)
    return (
      <SchemaForm
        schema={schema}
        start={editable}
        submit={t('say.save')}
        busy={amend.isPending}
        error={amend.error}
        onSubmit={(dossier) =>
          amend.mutate(
            { dossier, etag: of.etag },
            {
              onSuccess: () => {
                toast(t('generic.saved'));
                close();
              },
            },
          )
        }
      >
        <Button variant="subtle" onClick={close} style={{ alignSelf: 'flex-end' }}>
          {t('say.cancel')}
        </Button>
      </SchemaForm>
    );
  return (
    <Section title={of.status === 'returned' ? t('generic.returned') : t('generic.draft')}>
      <Text size="sm" mb="sm">
        {of.status === 'returned' ? t('generic.returnedText') : t('generic.draftText')}
      </Text>
      <Button variant="default" onClick={start}>
        {t('generic.amend')}
      </Button>
    </Section>
  );
};
