/** What would go wrong with a definition, and where. For its author, so in plain English. */
export type DefinitionProblem = Readonly<{ at: string; code: string; about: string }>;
