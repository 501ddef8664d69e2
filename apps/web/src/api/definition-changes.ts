import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client';
import { definitionQuery } from './definitions';
import type { components } from './schema';
import { useWrite } from './useWrite';

type Schemas = components['schemas'];
export type BackTest = Schemas['BackTestResponse'];
export type TestedCase = Schemas['BackTestItem'];
export type MigrationWish = Schemas['MigrationPreviewRequest'];
export type MigrationPreview = Schemas['MigrationPreviewResponse'];
export type MigrationItem = Schemas['MigrationItem'];
export type MigrationOutcome = Schemas['MigrationOutcome'];

const at = (id: string) => ({ params: { path: { id } } });

/** How many closed cases a draft is run on, the newest first. */
const CASES = 1_000;

/** Runs a draft on closed cases; nothing is kept. */
export const useBackTest = (id: string) =>
  useWrite((document: string) =>
    bodyOf(api.POST('/api/definitions/{id}/back-test', { ...at(id), body: { document, cases: CASES } })),
  );

/** What would become of running cases; nothing is changed. */
export const usePreviewMigration = (id: string) =>
  useWrite((body: MigrationWish) => bodyOf(api.POST('/api/definitions/{id}/migration-preview', { ...at(id), body })));

/** Lets running cases go over: all that are asked for, or none. */
export const useMigrate = (id: string) =>
  useWrite(
    (body: Schemas['MigrationRequest']) => bodyOf(api.POST('/api/definitions/{id}/migration', { ...at(id), body })),
    'case',
    'cases',
    'proposal',
    'proposals',
    'timeline',
    'inbox',
  );

/** Several versions of one definition, in the order asked for. */
export const versionsQuery = (id: string, versions: readonly number[]) =>
  queryOptions({
    queryKey: ['definition', id, 'versions', ...versions],
    queryFn: async ({ client }) =>
      Promise.all(versions.map((version) => client.fetchQuery({ ...definitionQuery(id, version), staleTime: 60_000 }))),
  });
