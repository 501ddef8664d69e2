import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { post, read, remove } from './client';
import type {
  ImportProgress,
  ImportReport,
  Mail,
  Notice,
  Obligation,
  PositionMap,
  ProjectionState,
  Review,
  Substitute,
  Token,
  UnitPerformance,
} from './deskModel';
import type { Employee, Page, Position, Unit } from './model';

type Filter = Readonly<Record<string, string | boolean | number | undefined>>;

const listOf = <Item>(name: string, path: string, filter: Filter, limit = 50) =>
  queryOptions({
    queryKey: [name, filter],
    queryFn: async ({ signal }) => (await read<Page<Item>>(path, { ...filter, limit }, signal)).body.items,
  });

export const employeesQuery = (filter: Filter) => listOf<Employee>('employees', '/employees', filter, 30);
export const positionsQuery = (filter: Filter) => listOf<Position>('positions', '/positions', filter, 30);
export const unitsQuery = (filter: Filter) => listOf<Unit>('units', '/units', filter, 100);
export const noticesQuery = listOf<Notice>('notices', '/notifications', {}, 100);
export const substitutesQuery = listOf<Substitute>('substitutes', '/substitutes', {}, 100);
export const mailQuery = listOf<Mail>('mail', '/mail/outbox', {}, 100);
export const projectionsQuery = queryOptions({
  ...listOf<ProjectionState>('projections', '/projections', {}, 100),
  refetchInterval: 3_000,
});
export const tokensQuery = listOf<Token>('tokens', '/tokens', {}, 100);

export const mapQuery = (unit: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['map', unit, asOf],
    queryFn: async ({ signal }) => (await read<PositionMap>(`/units/${unit}/position-map`, { asOf }, signal)).body,
  });

export const performanceQuery = (unit: string) =>
  queryOptions({
    queryKey: ['map', 'performance', unit],
    queryFn: async ({ signal }) => (await read<UnitPerformance>(`/units/${unit}/performance`, {}, signal)).body,
  });

const paged = <Item>(name: string, path: string, filter: Filter) =>
  infiniteQueryOptions({
    queryKey: [name, filter],
    queryFn: async ({ pageParam, signal }) =>
      (await read<Page<Item>>(path, { ...filter, cursor: pageParam, limit: 100 }, signal)).body,
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });

export const reviewsQuery = (filter: Filter) => paged<Review>('reviews', '/audit/reviews', filter);
export const obligationsQuery = (filter: Filter) => paged<Obligation>('obligations', '/obligations', filter);

export const importQuery = (id: string | undefined) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: async ({ signal }) => (await read<ImportProgress>(`/imports/${id ?? ''}`, {}, signal)).body,
    enabled: id !== undefined,
    refetchInterval: ({ state }) => (state.data && ['done', 'completed', 'failed'].includes(state.data.status) ? false : 700),
  });

/** A write that makes the named answers old. */
const useWrite = <Input, Output>(write: (input: Input) => Promise<Output>, ...touched: readonly string[]) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => touched.includes(String(queryKey[0])) }),
  });
};

export type ReviewDeed = Readonly<{
  at: string;
  step: 'outcome' | 'follow-up' | 'closing';
  outcome?: 'clean' | 'finding';
  note: string;
}>;

/** `at` is `/audit/reviews/:id` or `/audit/cases/:proposalId`. */
export const useReview = () =>
  useWrite(
    ({ at, step, outcome, note }: ReviewDeed) => post(`${at}/${step}`, { body: outcome ? { outcome, note } : { note } }),
    'reviews',
    'timeline',
  );

export const useComplete = () =>
  useWrite(
    (input: { id: string; note: string }) => post(`/obligations/${input.id}/completion`, { body: { note: input.note } }),
    'obligations',
  );

export const useReadNotice = () => useWrite((id: string) => post(`/notifications/${id}/read`), 'notices');
export const useReadAllNotices = () => useWrite((_: void) => post('/notifications/read-all'), 'notices');

export type NewSubstitute = Readonly<{
  office: string;
  person: string;
  kind: string;
  from: string;
  until: string;
  letter: string;
}>;
export const useNameSubstitute = () =>
  useWrite((body: NewSubstitute) => post('/substitutes', { body }), 'substitutes', 'proposal', 'me');
export const useEndSubstitute = () => useWrite((id: string) => remove(`/substitutes/${id}`), 'substitutes', 'proposal', 'me');

export const useRebuild = () => useWrite((name: string) => post(`/projections/${name}/rebuild`), 'projections');
export const useNewToken = () =>
  useWrite(
    async (body: { name: string; expiresAt?: string }) => (await post<{ token: string }>('/tokens', { body })).body,
    'tokens',
  );
export const useEndToken = () => useWrite((id: string) => remove(`/tokens/${id}`), 'tokens');

const formOf = (file: File): FormData => {
  const form = new FormData();
  form.set('file', file, file.name);
  return form;
};

export const useDryRun = () =>
  useWrite(
    async (file: File) =>
      (await post<{ report: ImportReport }>('/imports', { body: formOf(file), query: { dryRun: true } })).body.report,
  );
export const useImport = () =>
  useWrite(async (file: File) => (await post<{ id: string }>('/imports', { body: formOf(file) })).body.id, 'import');
