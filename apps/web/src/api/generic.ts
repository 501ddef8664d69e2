import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, asForm, bodyOf } from './client';
import type { components } from './schema';
import { useWrite } from './useWrite';

type Schemas = components['schemas'];
export type CaseFull = Schemas['CaseResponse'] & Readonly<{ etag: string | null }>;
export type CaseAct = Schemas['CaseActionResponse'];
export type CaseRow = Schemas['CaseItem'];
export type DecisionPreview = Schemas['DecisionPreview'];
export type DecisionResults = Schemas['DecisionsResponse'];
export type Dossier = Readonly<Record<string, unknown>>;

export type CasesFilter = Readonly<{ definition?: string | undefined; status?: string | undefined; query?: string | undefined }>;

const touched = ['case', 'cases', 'timeline', 'inbox', 'proposals', 'proposal', 'reviews', 'notices'];
const versionOf = (etag: string | null) => (etag ? { 'If-Match': etag } : {});

export const definitionsQuery = queryOptions({
  queryKey: ['definitions'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/definitions', { signal })),
});

export const definitionQuery = (id: string, version?: number) =>
  queryOptions({
    queryKey: ['definitions', id, version],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/definitions/{id}', { params: { path: { id }, query: version ? { version } : {} }, signal })),
    staleTime: 60_000,
  });

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: async ({ signal }): Promise<CaseFull> => {
      const answer = api.GET('/api/cases/{id}', { params: { path: { id } }, signal });
      return { ...(await bodyOf(answer)), etag: (await answer).response.headers.get('ETag') };
    },
  });

export const caseTimelineQuery = (id: string) =>
  queryOptions({
    queryKey: ['timeline', id],
    queryFn: async ({ signal }) =>
      (await bodyOf(api.GET('/api/cases/{id}/timeline', { params: { path: { id }, query: { limit: 200 } }, signal }))).items,
  });

export const casesQuery = ({ definition, status, query }: CasesFilter) =>
  infiniteQueryOptions({
    queryKey: ['cases', definition, status, query],
    queryFn: ({ pageParam, signal }) =>
      bodyOf(
        api.GET('/api/cases', {
          params: { query: { definition, status: status as never, query, cursor: pageParam, limit: 50 } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const useNewCase = () =>
  useWrite(
    (body: { definition: string; dossier: Dossier; subject?: string; lines?: Schemas['LineRequest'][] }) =>
      bodyOf(api.POST('/api/cases', { body })),
    ...touched,
  );

export const useAmendCase = (id: string) =>
  useWrite(
    ({ dossier, lines, etag }: { dossier: Dossier; lines?: Schemas['LineRequest'][]; etag: string | null }) =>
      bodyOf(
        api.PATCH('/api/cases/{id}', {
          params: { path: { id }, header: versionOf(etag) },
          body: { dossier, ...(lines && { lines }) },
        }),
      ),
    ...touched,
  );

/** Where each verb is sent. A verb that is not listed has a form of its own. */
export const addressOf = {
  submit: 'submission',
  withdraw: 'withdrawal',
  cancel: 'cancellation',
  suspend: 'suspension',
  resume: 'resumption',
  comment: 'comments',
  ask: 'questions',
  answer: 'answers',
  claim: 'claims',
  unclaim: 'releases',
  reassign: 'reassignments',
  'add-adviser': 'advisers',
  advise: 'advice',
  recuse: 'recusals',
  'record-answer': 'external-answers',
} as const;

type Filled = Readonly<Record<string, unknown>>;
export type CaseDeed = Readonly<{
  verb: string;
  stage: string | null;
  filled: Filled;
  etag: string | null;
  /** What the page showed that the decision rests on. */
  seen?: CaseFull['seen'][string] | undefined;
}>;

const decisions = ['approve', 'partial', 'reject', 'return'];

const hasAddress = (verb: string): verb is keyof typeof addressOf => verb in addressOf;

/** The verbs of the bar, each on its own address. What is filled in goes along as it is: the API says what is wrong with it. */
const send = (id: string, { verb, stage, filled, etag, seen }: CaseDeed): Promise<unknown> => {
  const params = { path: { id } };
  const body = { ...(stage === null ? {} : { stage }), ...filled } as never;
  if (decisions.includes(verb)) {
    const verdict = (verb === 'partial' ? 'approve' : verb) as Verdict;
    const decision = { ...filled, stage: stage ?? '', verdict, ...(seen && { seen }) };
    return bodyOf(api.POST('/api/cases/{id}/decisions', { params: { ...params, header: versionOf(etag) }, body: decision }));
  }
  if (!hasAddress(verb)) throw new Error(`"${verb}" has a form of its own`);
  return bodyOf(api.POST(`/api/cases/{id}/${addressOf[verb]}`, { params, body }));
};

export const useCaseDeed = (id: string) => useWrite((deed: CaseDeed) => send(id, deed), ...touched);

export const useAttachToCase = (id: string) =>
  useWrite(
    (file: File) =>
      bodyOf(
        api.POST('/api/cases/{id}/attachments', {
          params: { path: { id } },
          body: { file: file.name },
          bodySerializer: asForm({ file }),
        }),
      ),
    ...touched,
  );

export type Verdict = 'approve' | 'reject' | 'return';

export const usePreview = () =>
  useWrite((body: { ids: string[]; verdict: Verdict }) => bodyOf(api.POST('/api/decisions/preview', { body })));

export const useDecideMany = () =>
  useWrite((body: Schemas['DecisionsRequest']) => bodyOf(api.POST('/api/decisions', { body })), ...touched);
