import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { post, read, remove } from './client';
import type { Clock } from './deskModel';
import type { Me } from './model';
import { isProblem } from './problem';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => (await read<Me>('/me', {}, signal)).body,
  staleTime: 60_000,
});

export const useMe = (): Me | undefined => useQuery(meQuery).data;

/** `null` outside the demo, where the API answers 404. */
export const clockQuery = queryOptions({
  queryKey: ['clock'],
  queryFn: async ({ signal }): Promise<Clock | null> => {
    try {
      return (await read<Clock>('/demo/clock', {}, signal)).body;
    } catch (error) {
      if (isProblem(error) && error.status >= 400 && error.status < 500) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

/** The business's now, in epoch milliseconds: the demo may have moved its clock forward. */
export const useNow = (): number => {
  const offset = useQuery(clockQuery).data?.offsetMs ?? 0;
  return Date.now() + offset;
};

export const useSignIn = () =>
  useMutation({
    mutationFn: async (body: { username: string; password: string }) => (await post<unknown>('/session', { body })).body,
  });

export const useSignOut = () => {
  const client = useQueryClient();
  return useMutation({ mutationFn: () => remove('/session'), onSettled: () => client.clear() });
};

export const useMoveClock = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (to: string) => (await post<Clock>('/demo/clock', { body: { to } })).body,
    onSuccess: () => client.invalidateQueries(),
  });
};

const officeMatches = (me: Me, test: (office: string) => boolean): boolean => me.offices.some(({ office }) => test(office));

/** What the menu offers; the API alone decides what is allowed. */
export const rightsOf = (me: Me) => {
  const hr =
    officeMatches(me, (office) => office === 'hr-officer') || me.roles.includes('HR_OFFICER') || me.roles.includes('HR_HEAD');
  const admin = officeMatches(me, (office) => office === 'admin') || me.roles.includes('ADMIN');
  const head = officeMatches(me, (office) => office.startsWith('head:'));
  const auditor = officeMatches(me, (office) => office === 'auditor');
  const regent = officeMatches(me, (office) => office === 'regent');
  return { hr, admin, head, auditor, regent, import: hr || admin, substitutes: me.roles.includes('HR_HEAD') || hr || admin };
};
