import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, asForm, bodyOf } from './client';
import type { Amendment, Draft, InboxView, Proposal, Status, Verb } from './model';

export type Versioned = Proposal & Readonly<{ etag: string | null }>;

const cursorOf = (page: { nextCursor?: string | null }): string | undefined => page.nextCursor ?? undefined;

export const inboxQuery = (view: InboxView) =>
  infiniteQueryOptions({
    queryKey: ['inbox', view],
    queryFn: ({ pageParam, signal }) =>
      bodyOf(api.GET('/api/inbox', { params: { query: { view, cursor: pageParam, limit: 50 } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: cursorOf,
  });

export type ProposalFilter = Readonly<{ status?: string | undefined; unit?: string | undefined; query?: string | undefined }>;

export const proposalsQuery = ({ status, unit, query }: ProposalFilter) =>
  infiniteQueryOptions({
    queryKey: ['proposals', status, unit, query],
    queryFn: ({ pageParam, signal }) =>
      bodyOf(
        api.GET('/api/proposals', {
          params: { query: { status: status as Status | undefined, unit, query, cursor: pageParam, limit: 50 } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: cursorOf,
  });

export const proposalQuery = (id: string) =>
  queryOptions({
    queryKey: ['proposal', id],
    queryFn: async ({ signal }): Promise<Versioned> => {
      const answer = api.GET('/api/proposals/{id}', { params: { path: { id } }, signal });
      return { ...(await bodyOf(answer)), etag: (await answer).response.headers.get('ETag') };
    },
  });

export const eligibilityQuery = (id: string) =>
  queryOptions({
    queryKey: ['eligibility', id],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/proposals/{id}/eligibility', { params: { path: { id } }, signal })),
  });

export const timelineQuery = (id: string) =>
  queryOptions({
    queryKey: ['timeline', id],
    queryFn: async ({ signal }) =>
      (await bodyOf(api.GET('/api/proposals/{id}/timeline', { params: { path: { id }, query: { limit: 200 } }, signal }))).items,
  });

/** After any write on a case, all that is shown of it and of the lists it stands in is asked again. */
const useCaseWrite = <Input, Output>(write: (input: Input) => Promise<Output>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSettled: () => {
      const touched = ['proposal', 'eligibility', 'timeline', 'inbox', 'proposals', 'case', 'cases', 'reviews', 'notices'];
      return client.invalidateQueries({ predicate: ({ queryKey }) => touched.includes(String(queryKey[0])) });
    },
  });
};

export const useDraft = () => useCaseWrite((body: Draft) => bodyOf(api.POST('/api/proposals', { body })));

const versionOf = (etag: string | null) => (etag ? { 'If-Match': etag } : {});

export const useAmend = (id: string) =>
  useCaseWrite(({ body, etag }: { body: Amendment; etag: string | null }) =>
    bodyOf(api.PATCH('/api/proposals/{id}', { params: { path: { id }, header: versionOf(etag) }, body })),
  );

export type Deed = Readonly<{
  verb: Verb;
  reason: string;
  stage?: string | null;
  to?: string | undefined;
  etag?: string | null;
  seen?: Proposal['seen'][string] | undefined;
  /** Signs a decision. */
  password?: string;
}>;

/** The verbs of the decision bar, each on its own address. */
const sendDeed = (id: string, { verb, reason, stage, to, etag = null, seen, password }: Deed): Promise<Proposal> => {
  const params = { path: { id } };
  switch (verb) {
    case 'submit':
      return bodyOf(api.POST('/api/proposals/{id}/submission', { params, body: {} }));
    case 'withdraw':
      return bodyOf(api.POST('/api/proposals/{id}/withdrawal', { params, body: { reason } }));
    case 'rescind':
      return bodyOf(api.POST('/api/proposals/{id}/rescission', { params, body: { reason } }));
    case 'comment':
      return bodyOf(api.POST('/api/proposals/{id}/comments', { params, body: { text: reason } }));
    case 'approve':
    case 'reject':
    case 'return': {
      const body = {
        stage: stage ?? '',
        verdict: verb,
        reason,
        ...(to ? { to } : {}),
        ...(seen ? { seen } : {}),
        ...(password ? { password } : {}),
      };
      return bodyOf(api.POST('/api/proposals/{id}/decisions', { params: { ...params, header: versionOf(etag) }, body }));
    }
    case 'amend':
    case 'attach':
    case 'judge':
    case 'decree':
      throw new Error(`"${verb}" has a form of its own`);
  }
};

export const useDeed = (id: string) => useCaseWrite((deed: Deed) => sendDeed(id, deed));

export const useAttach = (id: string) =>
  useCaseWrite(({ type, file, issuedOn }: { type: string; file: File; issuedOn?: string | null }) =>
    bodyOf(
      api.POST('/api/proposals/{id}/documents', {
        params: { path: { id } },
        body: { type, file: file.name },
        bodySerializer: asForm({ type, issuedOn: issuedOn ?? undefined, file }),
      }),
    ),
  );

export const useDetach = (id: string) =>
  useCaseWrite((documentId: string) =>
    bodyOf(api.DELETE('/api/proposals/{id}/documents/{documentId}', { params: { path: { id, documentId } } })),
  );

export const useJudge = (id: string) =>
  useCaseWrite(({ documentId, ...body }: { documentId: string; verdict: 'accepted' | 'deficient'; note?: string }) =>
    bodyOf(api.POST('/api/proposals/{id}/documents/{documentId}/verdict', { params: { path: { id, documentId } }, body })),
  );

export const useDecree = (id: string) =>
  useCaseWrite((body: { date: string; effectiveDate: string }) =>
    bodyOf(api.POST('/api/proposals/{id}/decree', { params: { path: { id } }, body })),
  );
