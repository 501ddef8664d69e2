/** The kinds of case there are, by their streams: a transfer, or whatever a definition with a dossier of its own is about. */
export type CaseKind = 'mutation' | 'case';

const pattern = /^[^.]*\.(mutation|case)-(.*)$/;

/** Which case a stream holds; `undefined` for a stream of something else. */
export const caseOf = (stream: string): Readonly<{ kind: CaseKind; id: string }> | undefined => {
  const [, kind, id] = pattern.exec(stream) ?? [];
  if (id === undefined) return undefined;
  return { kind: kind === 'mutation' ? 'mutation' : 'case', id };
};

/** Where a case of either kind is kept. */
export const streamOf = (tenant: string, kind: CaseKind, id: string): string => `${tenant}.${kind}-${id}`;

/** A case's id out of its stream. */
export const caseIdOf = (stream: string): string | undefined => caseOf(stream)?.id;

/** Where people find it. */
export const linkOf = (kind: CaseKind, id: string): string => (kind === 'mutation' ? `/proposals/${id}` : `/cases/${id}`);
