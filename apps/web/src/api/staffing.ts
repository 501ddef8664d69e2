import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, bodyOf } from './client';
import type { Unit } from './model';

export const employeesQuery = (query: string) =>
  queryOptions({
    queryKey: ['employees', query],
    queryFn: async ({ signal }) =>
      (await bodyOf(api.GET('/api/employees', { params: { query: { query, limit: 30 } }, signal }))).items,
  });

export const vacantPostsQuery = (query: string) =>
  queryOptions({
    queryKey: ['positions', query],
    queryFn: async ({ signal }) =>
      (await bodyOf(api.GET('/api/positions', { params: { query: { query, vacant: 'true', limit: 30 } }, signal }))).items,
  });

export const unitsQuery = (filter: { kind?: Unit['kind']; query?: string }) =>
  queryOptions({
    queryKey: ['units', filter],
    queryFn: async ({ signal }) =>
      (await bodyOf(api.GET('/api/units', { params: { query: { ...filter, limit: 100 } }, signal }))).items,
    staleTime: 300_000,
  });

export const mapQuery = (id: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['map', id, asOf],
    queryFn: ({ signal }) =>
      bodyOf(api.GET('/api/units/{id}/position-map', { params: { path: { id }, query: { asOf } }, signal })),
  });

export const performanceQuery = (id: string) =>
  queryOptions({
    queryKey: ['map', 'performance', id],
    queryFn: ({ signal }) => bodyOf(api.GET('/api/units/{id}/performance', { params: { path: { id } }, signal })),
  });

export const useEmployees = (query: string, enabled: boolean) => useQuery({ ...employeesQuery(query), enabled });
export const useVacantPosts = (query: string, enabled: boolean) => useQuery({ ...vacantPostsQuery(query), enabled });
/** By name; the agencies where nothing is typed. */
export const useUnits = (query: string, enabled: boolean) =>
  useQuery({ ...unitsQuery(query === '' ? { kind: 'agency' } : { query }), enabled });

/** The unit above all agencies, where somebody begins to look who heads none: the government as a whole. */
export const useWholeGovernment = (enabled: boolean): string | undefined =>
  useQuery({ ...unitsQuery({ kind: 'agency' }), enabled }).data?.find(({ parent }) => parent !== null)?.parent ?? undefined;
