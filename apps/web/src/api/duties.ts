import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client';
import type { Obligation, ReviewStatus } from './model';
import { useWrite } from './useWrite';

const cursorOf = (page: { nextCursor?: string | null }): string | undefined => page.nextCursor ?? undefined;

export const reviewsQuery = (filter: { status?: ReviewStatus | undefined; caseId?: string | undefined }) =>
  infiniteQueryOptions({
    queryKey: ['reviews', filter],
    queryFn: ({ pageParam, signal }) =>
      bodyOf(api.GET('/api/audit/reviews', { params: { query: { ...filter, cursor: pageParam, limit: 100 } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: cursorOf,
  });

/** What is reviewed: one decision, or all the open ones of a case in one go. */
export type ReviewDeed = Readonly<
  { step: 'outcome' | 'follow-up' | 'closing'; outcome?: 'clean' | 'finding'; note: string } & (
    { review: string } | { caseId: string }
  )
>;

const sendReview = ({ step, outcome = 'clean', note, ...target }: ReviewDeed) => {
  if ('caseId' in target)
    return bodyOf(
      api.POST('/api/audit/cases/{id}/outcome', { params: { path: { id: target.caseId } }, body: { outcome, note } }),
    );
  const params = { path: { id: target.review } };
  switch (step) {
    case 'outcome':
      return bodyOf(api.POST('/api/audit/reviews/{id}/outcome', { params, body: { outcome, note } }));
    case 'follow-up':
      return bodyOf(api.POST('/api/audit/reviews/{id}/follow-up', { params, body: { note } }));
    case 'closing':
      return bodyOf(api.POST('/api/audit/reviews/{id}/closing', { params, body: { note } }));
  }
};

export const useReview = () => useWrite(sendReview, 'reviews', 'timeline');

export type ObligationFilter = Readonly<{
  status?: Obligation['status'];
  kind?: Obligation['kind'] | undefined;
  mine?: 'true' | undefined;
}>;

export const obligationsQuery = (filter: ObligationFilter) =>
  infiniteQueryOptions({
    queryKey: ['obligations', filter],
    queryFn: ({ pageParam, signal }) =>
      bodyOf(api.GET('/api/obligations', { params: { query: { ...filter, cursor: pageParam, limit: 100 } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: cursorOf,
  });

export type Completion = Readonly<{
  id: string;
  note: string;
  result?: { predicate?: 'very_good' | 'good' | 'needs_improvement' | 'poor' | 'very_poor'; title?: string; hours?: number };
}>;

export const useComplete = () =>
  useWrite(
    ({ id, ...body }: Completion) => bodyOf(api.POST('/api/obligations/{id}/completion', { params: { path: { id } }, body })),
    'obligations',
  );

export const noticesQuery = queryOptions({
  queryKey: ['notices'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/notifications', { params: { query: { limit: 100 } }, signal })),
});

export const useReadNotice = () =>
  useWrite((id: string) => bodyOf(api.POST('/api/notifications/{id}/read', { params: { path: { id } } })), 'notices');
export const useReadAllNotices = () => useWrite(() => bodyOf(api.POST('/api/notifications/read-all', {})), 'notices');
