/** Where the streams of this context are. */
export const caseStream = (tenant: string, caseId: string): string => `${tenant}.mutation-${caseId}`;
export const personClaimStream = (tenant: string, personId: string): string => `${tenant}.claim-person-${personId}`;
export const postClaimStream = (tenant: string, postId: string): string => `${tenant}.claim-post-${postId}`;
export const registerStream = (tenant: string, register: string, year: number): string =>
  `${tenant}.decree-register-${register}-${year}`;

/** The id in a stream of this context: a case's, a person's or a post's. */
export const idOf = (stream: string): string => stream.replace(/^[^.]*\.(mutation|claim-person|claim-post)-/, '');

/** The id of the transfer that a stream holds; `undefined` for a stream of something else. */
export const transferOf = (stream: string): string | undefined => /^[^.]*\.mutation-(.*)$/.exec(stream)?.[1];
