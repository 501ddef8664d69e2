import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { definitionQuery, definitionsQuery, useNewCase } from '../../api/generic';
import type { Employee } from '../../api/model';
import { inWords } from '../../format/words';
import { isProblem } from '../../api/problem';
import { Page } from '../../parts/Page';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { toast } from '../../parts/toast';
import { Nothing, Waiting } from '../../parts/Waiting';
import { EmployeePicker } from '../compose/EmployeePicker';
import { type Chosen, LinesField } from './LinesField';
import { SchemaForm } from './SchemaForm';
import { mostLinesOf, schemaOf, startOf } from './schema';

/** What can be asked for: every definition whose dossier is data. */
export const ChooseCasePage = () => {
  const { t } = useTranslation();
  const query = useQuery(definitionsQuery);
  const offered = query.data?.items.filter(({ dossier, inForce }) => dossier && inForce !== null) ?? [];
  return (
    <Page title={t('generic.choose')} intro={t('generic.chooseText')} narrow>
      {query.isPending && <Waiting />}
      {query.isError && <ProblemNotice error={query.error} retry={query.refetch} />}
      {query.isSuccess && offered.length === 0 && <Nothing text={t('generic.noneOffered')} />}
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {offered.map(({ id, title }) => (
          <li key={id}>
            <Link
              to="/cases/new/$definition"
              params={{ definition: id }}
              className="card card-link"
              data-row
              style={{ padding: 18 }}
            >
              <Text fw={700} fz={17}>
                {inWords(title)}
              </Text>
            </Link>
          </li>
        ))}
      </Stack>
    </Page>
  );
};

/** Roles in which one asks for somebody else. */
const own = ['EMPLOYEE', 'SUBJECT'];

/** A case begins: its form is made of the definition's schema. The draft is made at once, its page says what comes next. */
export const NewCasePage = () => {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { definition: id } = useParams({ from: '/inside/cases/new/$definition' });
  const query = useQuery(definitionQuery(id));
  const draft = useNewCase();
  const [subject, setSubject] = useState<Employee | null>(null);
  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const problem = isProblem(draft.error) ? draft.error : undefined;

  if (query.isPending) return <Waiting />;
  if (!query.data?.dossier)
    return (
      <Page title={t('generic.choose')} narrow>
        {query.isError ? (
          <ProblemNotice error={query.error} retry={query.refetch} />
        ) : (
          <Nothing text={t('generic.noneOffered')} />
        )}
      </Page>
    );
  const schema = schemaOf(query.data.dossier);
  const { initiators } = query.data.definition;
  const most = mostLinesOf(query.data.definition);
  const lines = chosen.map(({ id: employee }) => ({ subject: employee }));
  const forOthers = Array.isArray(initiators) && initiators.some((role) => !own.includes(String(role)));
  return (
    <Page title={inWords(schema['x-title']) || inWords(query.data.title)} intro={t('generic.newText')} narrow>
      <SchemaForm
        schema={schema}
        start={startOf(schema)}
        submit={t('generic.create')}
        busy={draft.isPending}
        error={draft.error}
        onSubmit={(dossier) =>
          draft.mutate(
            { definition: id, dossier, ...(subject && { subject: subject.id }), ...(most > 0 && { lines }) },
            {
              onSuccess: (made) => {
                toast(t('generic.created'));
                void navigate({ to: '/cases/$id', params: { id: made.id } });
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
            error={problem?.at('lines')}
            errorAt={(index) => problem?.at(`lines.${index}.subject`)}
          />
        )}
        {forOthers && (
          <EmployeePicker value={subject} onValue={setSubject} label={t('generic.subject')} hint={t('generic.subjectHint')} />
        )}
      </SchemaForm>
    </Page>
  );
};
