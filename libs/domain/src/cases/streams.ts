/** Where a case that has no context of its own is kept. */
export const caseStream = (tenant: string, caseId: string): string => `${tenant}.case-${caseId}`;

/** Whether a stream is one of these. */
export const isCaseStream = (stream: string): boolean => /^[^.]*\.case-/.test(stream);
