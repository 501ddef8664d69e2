import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type CaseFull, useAmendCase } from '../../api/generic';
import { isProblem } from '../../api/problem';
import { Section } from '../../parts/Section';
import { toast } from '../../parts/toast';
import { type Chosen, LinesField } from './LinesField';
import { SchemaForm } from './SchemaForm';
import type { FieldSchema } from './schema';

/** What to do with a draft, or with what came back: change it, or hand it in as it is. */
export const AmendCase = ({ of, schema, most }: { of: CaseFull; schema: FieldSchema; most: number }) => {
  const { t } = useTranslation();
  const [open, { open: start, close }] = useDisclosure(false);
  const amend = useAmendCase(of.id);
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const begin = () => {
    setChosen(of.lines.filter(({ state }) => state !== 'fallen').map(({ key, subject }) => ({ ...subject, key })));
    start();
  };
  const problem = isProblem(amend.error) ? amend.error : undefined;
  const lines = chosen.map(({ id, key }) => ({ subject: id, ...(key !== undefined && { key }) }));
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
            { dossier, ...(most > 0 && { lines }), etag: of.etag },
            {
              onSuccess: () => {
                toast(t('generic.saved'));
                close();
              },
            },
          )
        }
      >
        {most > 0 && (
          <LinesField
            chosen={chosen}
            onChosen={setChosen}
            most={most}
            closed={of.status === 'returned'}
            error={problem?.at('lines')}
            errorAt={(index) => problem?.at(`lines.${index}.subject`)}
          />
        )}
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
      <Button variant="default" onClick={begin}>
        {t('generic.amend')}
      </Button>
    </Section>
  );
};
