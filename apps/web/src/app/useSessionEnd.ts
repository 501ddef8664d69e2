import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isProblem } from '../api/problem';

/** Any answer that the session has ended leads to the sign-in, and back to the same page afterwards. */
export const useSessionEnd = (): void => {
  const client = useQueryClient();
  const navigate = useNavigate();

  useEffect(() => {
    const leave = (error: unknown) => {
      if (!isProblem(error) || error.status !== 401) return;
      const to = window.location.pathname + window.location.search;
      client.clear();
      void navigate({ to: '/login', search: { to, expired: 'yes' } });
    };
    const offQueries = client.getQueryCache().subscribe(({ type, query }) => type === 'updated' && leave(query.state.error));
    const offWrites = client
      .getMutationCache()
      .subscribe(({ type, mutation }) => type === 'updated' && leave(mutation?.state.error));
    return () => {
      offQueries();
      offWrites();
    };
  }, [client, navigate]);
};
