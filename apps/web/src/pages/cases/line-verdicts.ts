import type { CaseFull } from '../../api/generic';

export type CaseLine = CaseFull['lines'][number];
/** The reason against each line that is rejected, by its key. */
export type Against = Readonly<Record<string, string>>;

/** The lines that may still be decided on. */
export const standing = ({ lines }: Pick<CaseFull, 'lines'>): readonly CaseLine[] =>
  lines.filter(({ state }) => state === 'open');

type Verdict = Readonly<{ verdict: 'reject' | 'leave'; reason?: string }>;

/** What is sent of the lines with a decision: the rejected ones, and those that concern the decider, who leaves them out. */
export const verdictsOf = (of: Pick<CaseFull, 'lines'>, against: Against): Readonly<Record<string, Verdict>> | undefined => {
  const rejected = Object.entries(against).map(([key, reason]): [string, Verdict] => [
    key,
    { verdict: 'reject', reason: reason.trim() },
  ]);
  const left = standing(of).flatMap(({ key, own }): [string, Verdict][] => (own ? [[key, { verdict: 'leave' }]] : []));
  return rejected.length + left.length === 0 ? undefined : Object.fromEntries<Verdict>([...rejected, ...left]);
};
