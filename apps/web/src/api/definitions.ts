import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from './client';
import { Problem } from './problem';
import type { components } from './schema';
import { useWrite } from './useWrite';

type Schemas = components['schemas'];
export type DefinitionItem = Schemas['DefinitionItem'];
export type DefinitionVersion = Schemas['DefinitionResponse'];
export type VersionItem = Schemas['VersionItem'];
export type Difference = Schemas['DifferenceItem'];
export type DefinitionProblem = Schemas['DefinitionProblemItem'];
export type SimulationWish = Schemas['SimulationRequest'];
export type Simulation = Schemas['SimulationResponse'];

const at = (id: string) => ({ path: { id } });

export const definitionsQuery = queryOptions({
  queryKey: ['definitions'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/definitions', { signal })),
});

/** The version in force where none is named. */
export const definitionQuery = (id: string, version?: number) =>
  queryOptions({
    queryKey: ['definition', id, version ?? 'in force'],
    queryFn: ({ signal }) =>
      bodyOf(
        api.GET('/api/definitions/{id}', { params: { ...at(id), query: version === undefined ? {} : { version } }, signal }),
      ),
  });

/** BPMN 2.0 XML for a drawing, in the language that is read: without where reminders end, which the download has. */
export const bpmnQuery = (id: string, version: number, language: string) =>
  queryOptions({
    queryKey: ['bpmn', id, version, language],
    queryFn: async ({ signal }): Promise<string> => {
      const { data } = await api.GET('/api/definitions/{id}/bpmn', {
        params: { ...at(id), query: { version, reminders: 'false' } },
        parseAs: 'text',
        signal,
      });
      if (typeof data !== 'string') throw new Problem(502, 'web.empty-answer', '');
      return data;
    },
    staleTime: Infinity,
  });

export const differencesQuery = (id: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['definition', id, 'differences', from, to],
    queryFn: async ({ signal }) =>
      (await bodyOf(api.GET('/api/definitions/{id}/differences', { params: { ...at(id), query: { from, to } }, signal })))
        .differences,
  });

const touched = ['definitions', 'definition', 'bpmn'] as const;

/** Everything that is wrong with a document; nothing is kept. */
export const useCheckDraft = (id: string) =>
  useWrite(async (document: string) => {
    const answer = await bodyOf(
      api.POST('/api/definitions/{id}/drafts', { params: { ...at(id), query: { dryRun: 'true' } }, body: { document } }),
    );
    if ('problems' in answer) return answer.problems;
    throw new Problem(502, 'web.unexpected-answer', '');
  });
export const useDraft = (id: string) =>
  useWrite(
    async (document: string) => {
      const answer = await bodyOf(api.POST('/api/definitions/{id}/drafts', { params: at(id), body: { document } }));
      if ('version' in answer) return answer.version;
      throw new Problem(502, 'web.unexpected-answer', '');
    },
    ...touched,
  );
export const useReviewDraft = (id: string) =>
  useWrite(
    (body: Schemas['ReviewRequest']) => bodyOf(api.POST('/api/definitions/{id}/review', { params: at(id), body })),
    ...touched,
  );
export const usePublishDraft = (id: string) =>
  useWrite(
    (hash: string) => bodyOf(api.POST('/api/definitions/{id}/publication', { params: at(id), body: { hash } })),
    ...touched,
  );
export const useRetire = (id: string) =>
  useWrite(
    (body: Schemas['RetirementRequest']) => bodyOf(api.POST('/api/definitions/{id}/retirement', { params: at(id), body })),
    ...touched,
  );
export const useSimulate = (id: string) =>
  useWrite((body: SimulationWish) => bodyOf(api.POST('/api/definitions/{id}/simulation', { params: at(id), body })));
