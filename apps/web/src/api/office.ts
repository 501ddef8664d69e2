import { queryOptions } from '@tanstack/react-query';
import { api, asForm, bodyOf, done } from './client';
import type { NewSubstitute, Sanction, StatusChange } from './model';
import { Problem } from './problem';
import { useWrite } from './useWrite';

export const substitutesQuery = queryOptions({
  queryKey: ['substitutes'],
  queryFn: async ({ signal }) => (await bodyOf(api.GET('/api/substitutes', { params: { query: { limit: 100 } }, signal }))).items,
});

const touchedByOffices = ['substitutes', 'proposal', 'me'] as const;
export const useNameSubstitute = () =>
  useWrite((body: NewSubstitute) => bodyOf(api.POST('/api/substitutes', { body })), ...touchedByOffices);
export const useEndSubstitute = () =>
  useWrite((id: string) => bodyOf(api.DELETE('/api/substitutes/{id}', { params: { path: { id } } })), ...touchedByOffices);

const touchedByPeople = ['employees', 'map', 'positions', 'proposal'] as const;
export type NewStatus = Readonly<{ person: string }> & StatusChange;
export const useChangeStatus = () =>
  useWrite(
    ({ person, ...body }: NewStatus) =>
      bodyOf(api.POST('/api/employees/{id}/status', { params: { path: { id: person } }, body })),
    ...touchedByPeople,
  );
export type NewSanction = Readonly<{ person: string }> & Sanction;
export const useImposeSanction = () =>
  useWrite(
    ({ person, ...body }: NewSanction) =>
      bodyOf(api.POST('/api/employees/{id}/sanctions', { params: { path: { id: person } }, body })),
    ...touchedByPeople,
  );

export const mailQuery = queryOptions({
  queryKey: ['mail'],
  queryFn: async ({ signal }) => (await bodyOf(api.GET('/api/mail/outbox', { params: { query: { limit: 100 } }, signal }))).items,
});

export const projectionsQuery = queryOptions({
  queryKey: ['projections'],
  queryFn: async ({ signal }) => (await bodyOf(api.GET('/api/projections', { params: { query: { limit: 100 } }, signal }))).items,
  refetchInterval: 3_000,
});
export const useRebuild = () =>
  useWrite((name: string) => bodyOf(api.POST('/api/projections/{name}/rebuild', { params: { path: { name } } })), 'projections');

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: async ({ signal }) => (await bodyOf(api.GET('/api/tokens', { params: { query: { limit: 100 } }, signal }))).items,
});
export const useNewToken = () =>
  useWrite((body: { name: string; expiresAt?: string }) => bodyOf(api.POST('/api/tokens', { body })), 'tokens');
export const useEndToken = () =>
  useWrite((id: string) => done(api.DELETE('/api/tokens/{id}', { params: { path: { id } } })), 'tokens');

const sendFile = (file: File, dryRun: boolean) =>
  bodyOf(
    api.POST('/api/imports', {
      params: { query: dryRun ? { dryRun: 'true' } : {} },
      body: { file: file.name },
      bodySerializer: asForm({ file }),
    }),
  );

/** Checks the whole file and takes nothing over. */
export const useDryRun = () =>
  useWrite(async (file: File) => {
    const answer = await sendFile(file, true);
    if ('report' in answer) return answer.report;
    throw new Problem(502, 'web.unexpected-answer', '');
  });

/** Starts the import; its progress is asked for under the id. */
export const useImport = () =>
  useWrite(async (file: File) => {
    const answer = await sendFile(file, false);
    if ('id' in answer) return answer.id;
    throw new Problem(502, 'web.unexpected-answer', '');
  }, 'import');

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/imports/{id}', { params: { path: { id } }, signal })),
    refetchInterval: ({ state }) => (state.data && state.data.status !== 'running' ? false : 700),
  });
