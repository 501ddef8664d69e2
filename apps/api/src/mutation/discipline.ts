/** Rules whose inputs say what somebody was punished for, or whether he is being examined. Only those whose office needs it see them (UU 27/2022). */
const disciplineRules: readonly string[] = ['E30', 'E31'];

type Answered = Readonly<{ rule: string; inputs: Readonly<Record<string, unknown>> }>;

/** The inputs of a rule's answer that a reader may see. */
export const inputsFor = ({ rule, inputs }: Answered, seesAll: boolean): Record<string, unknown> =>
  seesAll || !disciplineRules.includes(rule) ? { ...inputs } : {};

const isAnswer = (value: unknown): value is Answered =>
  typeof value === 'object' &&
  value !== null &&
  'rule' in value &&
  typeof value.rule === 'string' &&
  'inputs' in value &&
  typeof value.inputs === 'object' &&
  value.inputs !== null;

/** The rules that a refusal names, as a reader may see them: `facts.rules` of `mutation.not-eligible`. */
export const rulesFor = (
  rules: unknown,
  seesAll: boolean,
  say: (message: string, inputs: Readonly<Record<string, unknown>>) => string,
): unknown =>
  Array.isArray(rules)
    ? rules.map((answer: unknown) => {
        if (!isAnswer(answer)) return answer;
        const inputs = inputsFor(answer, seesAll);
        return {
          ...answer,
          inputs,
          ...('message' in answer && typeof answer.message === 'string' && { message: say(answer.message, inputs) }),
        };
      })
    : rules;
