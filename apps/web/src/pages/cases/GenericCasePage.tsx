import { Box, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { caseQuery, definitionQuery, type CaseFull } from '../../api/generic';
import { inWords } from '../../format/words';
import { Due } from '../../parts/Due';
import { Notice } from '../../parts/Notice';
import { Page } from '../../parts/Page';
import { PrintedBy } from '../../parts/PrintedBy';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { StatusBadge } from '../../parts/StatusBadge';
import { Waiting } from '../../parts/Waiting';
import '../case/case.css';
import { StageRail } from '../case/StageRail';
import { Timeline } from '../case/Timeline';
import { WhyReturned } from '../case/WhyReturned';
import { CaseDiagram } from '../definitions/diagram/CaseDiagram';
import { AmendCase } from './AmendCase';
import { Attachments } from './Attachments';
import { CaseBar } from './CaseBar';
import { CaseChanges } from './CaseChanges';
import { CaseComments } from './CaseComments';
import { DossierView } from './DossierView';
import { LinesTable } from './LinesTable';
import { mostLinesOf, schemaOf } from './schema';

/** One case of any kind: what is asked for by its schema, who has decided, and what I may do now. */
export const GenericCasePage = () => {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/cases/$id' });
  const query = useQuery(caseQuery(id));
  const of = query.data;
  const definition = useQuery({ ...definitionQuery(of?.definition.id ?? '', of?.definition.version), enabled: of !== undefined });
  const title = of ? `${inWords(of.definition.title)} ${of.subject.name}` : t('generic.case');

  useEffect(() => {
    document.title = `${title} · Alur`;
  }, [title]);

  if (query.isPending) return <Waiting />;
  if (!of)
    return (
      <Page title={t('generic.case')} narrow>
        <ProblemNotice error={query.error} retry={query.refetch} />
      </Page>
    );
  const schema = schemaOf(definition.data?.dossier);
  const editable = of.actions.some(({ verb, allowed }) => verb === 'amend' && allowed);
  return (
    <>
      <Stack gap="md" maw={1240} mx="auto">
        <CaseTitle of={of} />
        <Box className="case-columns">
          <Stack gap="md" miw={0}>
            {of.suspended !== null && (
              <Notice tone="warn" title={t('generic.suspended')}>
                {of.suspended}
              </Notice>
            )}
            {of.status === 'returned' && <WhyReturned id={id} />}
            {of.kind === 'mutation' && (
              <Button component={Link} to="/proposals/$id" params={{ id } as never} variant="default">
                {t('generic.asProposal')}
              </Button>
            )}
            {editable && definition.data?.dossier && (
              <AmendCase of={of} schema={schema} most={mostLinesOf(definition.data.definition)} />
            )}
            <DossierView of={of} schema={schema} />
            <LinesTable of={of} />
            <CaseChanges of={of} schema={schema} />
            <Attachments of={of} />
            <CaseComments of={of} />
            <CaseDiagram definitionId={of.definition.id} version={of.definition.version} current={of.open} />
          </Stack>
          <Stack gap="md" miw={0}>
            <StageRail proposal={of} />
            <Timeline id={id} stages={of.stages} />
          </Stack>
        </Box>
      </Stack>
      <div className="bar-room" />
      <CaseBar of={of} />
    </>
  );
};

const CaseTitle = ({ of }: { of: CaseFull }) => {
  const { t } = useTranslation();
  return (
    <Box component="header" className="keep wrap" data-print="keep">
      <Text size="sm" className="muted" fw={600}>
        {inWords(of.definition.title)}
      </Text>
      <Title order={1} fz={{ base: 23, sm: 28 }} lh={1.25}>
        {of.subject.name}
      </Title>
      <Group gap="sm" mt={8}>
        <StatusBadge status={of.status} />
        <Text size="sm" span>
          {t('page.round', { round: of.round })}
        </Text>
        {(of.status === 'submitted' || of.status === 'returned') && <Due on={of.dueOn} at={of.dueAt} />}
      </Group>
      <PrintedBy of={t('page.file', { id: of.id })} />
    </Box>
  );
};
