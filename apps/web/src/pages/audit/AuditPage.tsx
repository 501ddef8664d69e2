import { Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reviewsQuery } from '../../api/duties';
import type { Review } from '../../api/model';
import { rightsOf, useMe } from '../../api/session';
import { More } from '../../parts/More';
import { Page } from '../../parts/Page';
import { ProblemNotice } from '../../parts/ProblemNotice';
import { StatusChoice } from '../../parts/StatusChoice';
import { Nothing, Waiting } from '../../parts/Waiting';
import { ReviewCase } from './ReviewCase';
import { ReviewDialog, type Asked } from './ReviewDialog';

const statuses = ['open', 'finding', 'followed_up', 'closed', 'clean'] as const;
/** What somebody has to do with who does not review. */
const findings = ['finding', 'followed_up', 'closed'] as const;

const byCase = (reviews: readonly Review[]): readonly (readonly [string, readonly Review[]])[] => [
  ...Map.groupBy(reviews, ({ proposalId }) => proposalId),
];

/** The inspectorate's queue: one review for each decision, grouped by case. To others, the findings about their own decisions. */
export const AuditPage = () => {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/audit' });
  const me = useMe();
  const auditor = me !== undefined && rightsOf(me).auditor;
  const shown = auditor ? statuses : findings;
  // A link to one case shows all there is of it.
  const status = statuses.find((name) => name === search.status) ?? (search.caseId ? undefined : shown[0]);
  const navigate = useNavigate();
  const query = useInfiniteQuery(reviewsQuery({ status, caseId: search.caseId }));
  const [asked, setAsked] = useState<Asked | null>(null);
  const groups = byCase(query.data?.pages.flatMap((page) => page.items) ?? []);

  return (
    <Page
      title={t('audit.title')}
      intro={t(auditor ? 'audit.intro' : 'audit.introConcerned')}
      printed={status && t(`audit.status.${status}`)}
    >
      <StatusChoice
        label={t('list.status')}
        value={status}
        onValue={(next) => void navigate({ to: '/audit', search: { status: next } })}
        options={shown.map((name) => ({ value: name, label: t(`audit.status.${name}`) }))}
      />
      {query.isPending && <Waiting />}
      {query.isError && <ProblemNotice error={query.error} retry={query.refetch} />}
      {query.isSuccess && groups.length === 0 && <Nothing text={t('audit.empty')} />}
      <Stack gap="md">
        {groups.map(([id, reviews]) => (
          <ReviewCase key={id} proposalId={id} reviews={reviews} auditor={auditor} onAsk={setAsked} />
        ))}
      </Stack>
      <More query={query} />
      <ReviewDialog asked={asked} onClose={() => setAsked(null)} />
    </Page>
  );
};
