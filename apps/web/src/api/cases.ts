import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { patch, post, read, remove } from './client';
import type { CaseFile, EligibilityReport, InboxItem, InboxView, Page, Proposal, ProposalRow, TimelineItem, Verb } from './model';

export type Versioned = Proposal & Readonly<{ etag: string | null }>;

export const inboxQuery = (view: InboxView) =>
  infiniteQueryOptions({
    queryKey: ['inbox', view],
    queryFn: async ({ pageParam, signal }) =>
      (await read<Page<InboxItem>>('/inbox', { view, cursor: pageParam, limit: 50 }, signal)).body,
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export type ProposalFilter = Readonly<{ status?: string | undefined; unit?: string | undefined; query?: string | undefined }>;

export const proposalsQuery = (filter: ProposalFilter) =>
  infiniteQueryOptions({
    queryKey: ['proposals', filter],
    queryFn: async ({ pageParam, signal }) =>
      (await read<Page<ProposalRow>>('/proposals', { ...filter, cursor: pageParam, limit: 50 }, signal)).body,
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const proposalQuery = (id: string) =>
  queryOptions({
    queryKey: ['proposal', id],
    queryFn: async ({ signal }): Promise<Versioned> => {
      const { body, etag } = await read<Proposal>(`/proposals/${id}`, {}, signal);
      return { ...body, etag };
    },
  });

export const eligibilityQuery = (id: string) =>
  queryOptions({
    queryKey: ['eligibility', id],
    queryFn: async ({ signal }) => (await read<EligibilityReport>(`/proposals/${id}/eligibility`, {}, signal)).body,
  });

export const timelineQuery = (id: string) =>
  queryOptions({
    queryKey: ['timeline', id],
    queryFn: async ({ signal }) =>
      (await read<Page<TimelineItem>>(`/proposals/${id}/timeline`, { limit: 200 }, signal)).body.items,
  });

/** After any write on a case, all that is shown of it and of the lists it stands in is asked again. */
const useCaseWrite = <Input, Output>(write: (input: Input) => Promise<Output>) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSettled: () => {
      const touched = ['proposal', 'eligibility', 'timeline', 'inbox', 'proposals', 'reviews', 'notices'];
      return client.invalidateQueries({ predicate: ({ queryKey }) => touched.includes(String(queryKey[0])) });
    },
  });
};

export type Draft = Readonly<{
  moveType: string;
  employeeId: string;
  targetPositionId: string;
  reason: string;
  effectiveDate?: string;
}>;

export const useDraft = () => useCaseWrite(async (body: Draft) => (await post<Proposal>('/proposals', { body })).body);

export const useAmend = (id: string) =>
  useCaseWrite((input: { body: Partial<Draft>; etag: string | null }) =>
    patch<Proposal>(`/proposals/${id}`, { body: input.body, ifMatch: input.etag }),
  );

export type Deed = Readonly<{ verb: Verb; reason: string; stage?: string | null; to?: string | undefined; etag?: string | null }>;

/** The verbs of the decision bar, each on its own address. */
const sendDeed = (id: string, { verb, reason, stage, to, etag = null }: Deed) => {
  const at = `/proposals/${id}`;
  switch (verb) {
    case 'submit':
      return post<Proposal>(`${at}/submission`, { body: {} });
    case 'withdraw':
      return post<Proposal>(`${at}/withdrawal`, { body: { reason } });
    case 'rescind':
      return post<Proposal>(`${at}/rescission`, { body: { reason } });
    case 'comment':
      return post<Proposal>(`${at}/comments`, { body: { text: reason } });
    default:
      return post<Proposal>(`${at}/decisions`, { body: { stage, verdict: verb, reason, ...(to ? { to } : {}) }, ifMatch: etag });
  }
};

export const useDeed = (id: string) => useCaseWrite((deed: Deed) => sendDeed(id, deed));

export const useAttach = (id: string) =>
  useCaseWrite((input: { type: string; file: File; issuedOn?: string | null }) => {
    const form = new FormData();
    form.set('type', input.type);
    if (input.issuedOn) form.set('issuedOn', input.issuedOn);
    form.set('file', input.file, input.file.name);
    return post<CaseFile>(`/proposals/${id}/documents`, { body: form });
  });

export const useDetach = (id: string) => useCaseWrite((documentId: string) => remove(`/proposals/${id}/documents/${documentId}`));

export const useJudge = (id: string) =>
  useCaseWrite((input: { documentId: string; verdict: 'accepted' | 'deficient'; note: string }) =>
    post(`/proposals/${id}/documents/${input.documentId}/verdict`, { body: { verdict: input.verdict, note: input.note } }),
  );

export const useDecree = (id: string) =>
  useCaseWrite((body: { date: string; effectiveDate: string }) => post<Proposal>(`/proposals/${id}/decree`, { body }));
