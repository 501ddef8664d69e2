import { Box, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { proposalQuery } from '../../api/cases';
import { instantText } from '../../format/dates';
import { Notice } from '../../parts/Notice';
import { Page } from '../../parts/Page';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { Waiting } from '../../parts/Waiting';
import './case.css';
import { CaseHeader } from './CaseHeader';
import { Changes } from './Changes';
import { Comments } from './Comments';
import { DecisionBar } from './DecisionBar';
import { DecreePanel } from './DecreePanel';
import { Documents } from './Documents';
import { DraftSteps } from './DraftSteps';
import { EligibilityPanel } from './EligibilityPanel';
import { ProposalDiagram } from './ProposalDiagram';
import { StageRail } from './StageRail';
import { Summary } from './Summary';
import { Timeline } from './Timeline';
import { Vacancies } from './Vacancies';
import { WhyReturned } from './WhyReturned';

/** One case, whole: what is asked, what the rules say, who has decided, and what I may do now. */
export const CasePage = () => {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/proposals/$id' });
  const query = useQuery(proposalQuery(id));
  const name = query.data?.employee.name;

  useEffect(() => {
    document.title = `${name ? t('page.of', { name }) : t('page.title')} · Alur`;
  }, [name, t]);

  if (query.isPending) return <Waiting />;
  if (!query.data)
    return (
      <Page title={t('page.title')} narrow>
        <ProblemNotice error={query.error} retry={query.refetch} />
      </Page>
    );
  const proposal = query.data;

  return (
    <>
      <Stack gap="md" maw={1240} mx="auto">
        <CaseHeader proposal={proposal} />
        <Box className="case-columns">
          <Stack gap="md" miw={0}>
            {proposal.halted && (
              <Notice tone="bad" title={t('page.halted')}>
                {`${proposal.halted.detail} (${instantText(proposal.halted.at)})`}
              </Notice>
            )}
            <Vacancies proposal={proposal} />
            {proposal.status === 'returned' && <WhyReturned id={id} />}
            {['draft', 'returned'].includes(proposal.status) && <DraftSteps proposal={proposal} />}
            <DecreePanel proposal={proposal} />
            <Summary proposal={proposal} />
            <Changes proposal={proposal} />
            <EligibilityPanel proposal={proposal} />
            <Documents proposal={proposal} />
            <Comments proposal={proposal} />
            <ProposalDiagram proposal={proposal} />
          </Stack>
          <Stack gap="md" miw={0}>
            <StageRail proposal={proposal} />
            <Timeline id={id} stages={proposal.stages} />
          </Stack>
        </Box>
      </Stack>
      <div className="bar-room" />
      <DecisionBar proposal={proposal} />
    </>
  );
};
