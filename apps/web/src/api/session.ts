import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf, done } from './client';
import type { Me } from './model';
import { takeHolidays } from '../format/days';
import { isProblem } from './problem';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }) => {
    const [me, { holidays }] = await Promise.all([
      bodyOf(api.GET('/api/me', { signal })),
      bodyOf(api.GET('/api/calendar', { signal })),
    ]);
    takeHolidays(holidays);
    return me;
  },
  staleTime: 60_000,
});

export const useMe = (): Me | undefined => useQuery(meQuery).data;

/** What the sign-in page may know before anybody signed in: in the demo, the accounts and their password. */
export const welcomeQuery = queryOptions({
  queryKey: ['welcome'],
  queryFn: ({ signal }) => bodyOf(api.GET('/api/welcome', { signal })),
  staleTime: Infinity,
});

/** `null` outside the demo, where the API answers 404. */
export const clockQuery = queryOptions({
  queryKey: ['clock'],
  queryFn: async ({ signal }) => {
    try {
      return await bodyOf(api.GET('/api/demo/clock', { signal }));
    } catch (error) {
      if (isProblem(error) && error.status >= 400 && error.status < 500) return null;
      throw error;
    }
  },
  staleTime: 60_000,
});

/** The business's now, in epoch milliseconds: the demo may have moved its clock forward. */
export const useNow = (): number => {
  const demo = useMe()?.demo ?? false;
  const offset = useQuery({ ...clockQuery, enabled: demo }).data?.offsetMs ?? 0;
  return Date.now() + offset;
};

export const useSignIn = () =>
  useMutation({ mutationFn: (body: { username: string; password: string }) => bodyOf(api.POST('/api/session', { body })) });

export const useSignOut = () => {
  const client = useQueryClient();
  return useMutation({ mutationFn: () => done(api.DELETE('/api/session')), onSettled: () => client.clear() });
};

export const useMoveClock = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (to: string) => bodyOf(api.POST('/api/demo/clock', { body: { to } })),
    onSuccess: () => client.invalidateQueries(),
  });
};

/** Whom a finding about a decision may concern. */
const concerned: readonly string[] = ['HR_HEAD', 'HR_OFFICER', 'SECRETARY', 'REGENT', 'AGENCY_HEAD', 'TPK_MEMBER'];

/** What the menu offers; the API alone decides what is allowed. */
export const rightsOf = ({ offices, roles }: Me) => {
  const holds = (name: string) => offices.some(({ office }) => office === name);
  const hr = holds('hr-officer') || roles.includes('HR_OFFICER') || roles.includes('HR_HEAD');
  const admin = holds('admin') || roles.includes('ADMIN');
  const regent = holds('regent');
  const auditor = holds('auditor');
  const findings = auditor || roles.some((role) => concerned.includes(role));
  return { admin, hr, regent, proposer: !regent, auditor, findings, import: hr || admin, substitutes: hr || admin };
};
