import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client';
import type { components } from './schema';
import { useWrite } from './useWrite';

type Schemas = components['schemas'];
export type Incident = Schemas['IncidentItem'];
export type PolicyState = Schemas['PolicyItem'];
export type TimerState = Schemas['TimerItem'];

const everyMs = 3_000;
const query = { limit: 100 } as const;

export const incidentsQuery = queryOptions({
  queryKey: ['incidents', 'open'],
  queryFn: async ({ signal }) => (await bodyOf(api.GET('/api/operations/incidents', { params: { query }, signal }))).items,
  refetchInterval: everyMs,
});
export const settledQuery = queryOptions({
  queryKey: ['incidents', 'settled'],
  queryFn: async ({ signal }) =>
    (await bodyOf(api.GET('/api/operations/incidents', { params: { query: { limit: 20, status: 'settled' } }, signal }))).items,
});
export const policiesQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: async ({ signal }) => (await bodyOf(api.GET('/api/operations/policies', { signal }))).items,
  refetchInterval: everyMs,
});
export const timersQuery = queryOptions({
  queryKey: ['timers'],
  queryFn: async ({ signal }) => (await bodyOf(api.GET('/api/operations/timers', { params: { query }, signal }))).items,
  refetchInterval: everyMs,
});

export const useResolve = () =>
  useWrite(
    ({ id, choice, reason }: Readonly<{ id: string; choice: 'retry' | 'skip'; reason: string }>) =>
      bodyOf(api.POST('/api/operations/incidents/{id}/resolution', { params: { path: { id } }, body: { choice, reason } })),
    ...(['incidents', 'projections', 'policies'] as const),
  );
export const useCancelRebuild = () =>
  useWrite(
    (name: string) => bodyOf(api.POST('/api/projections/{name}/cancellation', { params: { path: { name } } })),
    'projections',
  );
