import { parseExpression } from 'feelin';

/** What is wrong with a condition, for whoever writes the definition. */
export type ConditionProblem = Readonly<{
  code: 'syntax' | 'function' | 'too-large' | 'unknown-name' | 'types' | 'not-a-condition';
  about: string;
}>;

/** A part of an expression, as its grammar sees it. */
export type Part = ReturnType<typeof parseExpression>['topNode'];

/** Bounds on a condition: what is decided in an approval must not depend on the clock, and must end soon (decisions.md 36). */
const bounds = { length: 1_000, parts: 200, list: 100, loops: 2, steps: 1_000 };

const functions = new Set(
  [
    'not',
    'contains',
    'starts with',
    'ends with',
    'string length',
    'upper case',
    'lower case',
    'list contains',
    'count',
    'min',
    'max',
    'sum',
  ].concat(['abs', 'floor', 'ceiling', 'round', 'all', 'any', 'number', 'string', 'is defined']),
);

/** Of the literals with a date or a time, those that mean the same on every machine. */
const dates = new Set(['date', 'duration']);

/** What has no business in a condition, or can be made to cost without end. */
const refused = new Set(['FunctionDefinition', 'FilterExpression', 'Context', 'AtLiteral', 'InstanceOfExpression']);

export const childrenOf = (part: Part): readonly Part[] => {
  const children: Part[] = [];
  for (let child = part.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
};

/** `names`: those that the context has to have. */
export type Reading = Readonly<{ top: Part; names: readonly string[]; problems: readonly ConditionProblem[] }>;

/** Reads an expression: which names it asks for, and whether it keeps within the bounds. */
export const readCondition = (expression: string): Reading => {
  const tooLong = expression.length > bounds.length;
  const top = parseExpression(tooLong ? '' : expression, {}, undefined).topNode;
  if (tooLong) return { top, names: [], problems: [{ code: 'too-large', about: `longer than ${bounds.length} characters` }] };
  const problems: ConditionProblem[] = [];
  const names = new Set<string>();
  const found = (code: ConditionProblem['code'], about: string) => problems.push({ code, about });
  const textOf = ({ from, to }: Readonly<{ from: number; to: number }>) => expression.slice(from, to);
  let [parts, loops, steps] = [0, 0, 1];

  const loop = (part: Part) => {
    if (++loops > bounds.loops) found('too-large', textOf(part));
    steps *= stepsOf(part, textOf);
    if (!(steps <= bounds.steps)) found('too-large', `more than ${bounds.steps} steps`);
  };
  const visit = (part: Part, own: ReadonlySet<string>): void => {
    if (++parts === bounds.parts) found('too-large', `more than ${bounds.parts} parts`);
    if (parts > bounds.parts) return;
    if (part.type.isError) found('syntax', textOf(part) || expression);
    if (refused.has(part.name)) found('function', textOf(part));
    const children = childrenOf(part);
    switch (part.name) {
      case 'FunctionInvocation': {
        const called = children[0] ? textOf(children[0]) : '';
        if (!functions.has(called)) found('function', called);
        for (const child of children.slice(1)) visit(child, own);
        return;
      }
      case 'DateTimeConstructor':
        if (!dates.has(textOf(part))) found('function', textOf(part));
        break;
      case 'List':
        if (children.length - 2 > bounds.list) found('too-large', 'a list');
        break;
      case 'InExpression':
        loop(part);
        break;
      case 'VariableName':
        if (!own.has(textOf(part))) names.add(textOf(part));
        return;
    }
    // A name that a loop brings is known within that loop, and nowhere else.
    const brought = part.name === 'QuantifiedExpression' || part.name === 'ForExpression' ? broughtBy(part, textOf) : [];
    const known = brought.length > 0 ? new Set([...own, ...brought]) : own;
    for (const child of children) visit(child, known);
  };
  visit(top, new Set());
  return { top, names: [...names], problems };
};

const broughtBy = (part: Part, textOf: (part: Part) => string): readonly string[] =>
  descendantsOf(part, 'InExpression').flatMap((each) => (each.firstChild?.name === 'Name' ? [textOf(each.firstChild)] : []));

const descendantsOf = (part: Part, name: string): readonly Part[] =>
  childrenOf(part).flatMap((child) => [...(child.name === name ? [child] : []), ...descendantsOf(child, name)]);

/** How often a loop goes round, by what is written down; not a number where that is not said in numbers. */
const stepsOf = (loop: Part, textOf: (part: Part) => string): number => {
  const over = childrenOf(loop).find(({ name }) => name === 'IterationContext');
  if (!over) return Number.NaN;
  const inside = childrenOf(over);
  const within = inside[0]?.name === 'SimplePositiveUnaryTest' ? inside[0].firstChild : inside[0];
  const range = inside.length === 1 && within?.name === 'Interval' ? within : over;
  const ends = childrenOf(range).filter(({ name }) => !['[', ']', '(', ')', '..', '<', '>'].includes(name));
  if (childrenOf(range).some(({ name }) => name === '..')) {
    const [from = Number.NaN, to = Number.NaN, more] = ends.map((end) => Number(textOf(end)));
    return more === undefined ? Math.abs(to - from) + 1 : Number.NaN;
  }
  const list = inside[0];
  return list?.name === 'List' ? Math.max(1, childrenOf(list).length) : Number.NaN;
};
