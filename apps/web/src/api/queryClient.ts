import { QueryClient } from '@tanstack/react-query';
import { isProblem } from './problem';

/** One cache for the page. Refusals are answers and are not asked again; a silent network is. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: true,
      retry: (count, error) => count < 2 && (!isProblem(error) || error.status === 0 || error.status >= 500),
    },
    mutations: { retry: false },
  },
});
