import { useMutation, useQueryClient } from '@tanstack/react-query';

/** A write that makes the named answers old, whether it went well or not. */
export const useWrite = <Input, Output>(write: (input: Input) => Promise<Output>, ...touched: readonly string[]) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => touched.includes(String(queryKey[0])) }),
  });
};
