/** A fact or a wish, as data: a name and what goes with it. */
export type Message<Type extends string = string, Data = unknown> = Readonly<{ type: Type; data: Data }>;
