import type { CommonFields } from '@app/event-store';
import type { WorkflowEvent } from '@app/workflow';

type Named<D> = Readonly<{ field: keyof D; named: keyof D }>;
type Fields = { readonly [E in WorkflowEvent as E['type']]?: Named<E['data']> };

/** Every case names its definition and carries it whole; those of one version are alike. */
export const commonFields: CommonFields = {
  CaseStarted: { field: 'definition', named: 'definitionHash' },
  CaseMigrated: { field: 'definition', named: 'definitionHash' },
} satisfies Fields;
