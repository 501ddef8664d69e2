/** The five predicates of PermenPANRB 6/2022, best first. */
export const predicates = ['very_good', 'good', 'needs_improvement', 'poor', 'very_poor'] as const;
