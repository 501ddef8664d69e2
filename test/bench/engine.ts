import { type Definition, type WorkflowCommand, workflow, type WorkflowEvent, type WorkflowState } from '@app/workflow';
import { deciding, newCase, opening, readDefinition } from './cases.js';

/** `npm run bench:engine -- [rounds]`: decisions per second of the engine alone, in memory, on one core. */
const [rounds = 5] = process.argv.slice(2).map(Number);

const asked = ['acceptance', 'consent', 'verification', 'hr_review', 'forwarding', 'decision'] as const;

/** The internal rotation without its panel: six stages, one decision at each. */
const sixStages = (): Definition => {
  const whole = readDefinition();
  return { ...whole, stages: whole.stages.filter(({ key }) => asked.some((each) => each === key)) };
};

const definition = sixStages();
type Begun = Readonly<{ state: WorkflowState; decisions: readonly WorkflowCommand[] }>;

/** Decides and folds: what one decision costs. */
const take = (state: WorkflowState, command: WorkflowCommand, keep?: WorkflowEvent[]): WorkflowState => {
  const decision = workflow.decide(command, state);
  if (decision instanceof Error) throw decision;
  let next = state;
  for (const event of decision) {
    next = workflow.evolve(next, event);
    keep?.push(event);
  }
  return next;
};

/** A case that was submitted, and the six commands that decide it: what comes from outside is made beforehand. */
const begun = (keep?: WorkflowEvent[]): Begun => {
  const each = newCase();
  const opened = opening(definition, each);
  return {
    state: opened.reduce((state, command) => take(state, command, keep), workflow.initial),
    decisions: [0, 1, 2, 3, 7, 8].map((step) => deciding(each, step)),
  };
};

const history: WorkflowEvent[] = [];
const first = begun(history);
const submitted = history.length;
const end = first.decisions.reduce((state, command) => take(state, command, history), first.state);
if (definition.stages.length !== 6 || end.status !== 'closed' || end.outcome !== 'approved')
  throw new Error(`the case does not end approved after six stages: ${end.status}`);

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Of this process, so that what else runs on the machine is not counted. The collecting of garbage is. */
const cpuSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** A few cases at a time, so that what was prepared doesn't grow old. */
const slice = 250;
const measured = (slices: number, work: (begun: Begun) => unknown) => {
  let [clock, cpu] = [0, 0];
  for (let n = 0; n < slices; n += 1) {
    const cases = Array.from({ length: slice }, () => begun());
    const [byClock, byCpu] = [performance.now(), cpuSeconds()];
    for (const each of cases) work(each);
    clock += (performance.now() - byClock) / 1000;
    cpu += cpuSeconds() - byCpu;
  }
  return { clock, cpu };
};

const slices = 80;
const made = slices * slice * asked.length;
const decideAll = ({ state, decisions }: Begun) => decisions.reduce((at, command) => take(at, command), state);
const recorded = history.slice(submitted);
const foldOnly = ({ state }: Begun) => recorded.reduce(workflow.evolve, state);
measured(slices, decideAll);
console.log(`The engine alone: ${slices * slice} cases of six stages, a decision at each, in memory, one core, ${rounds} rounds`);
const figures: number[] = [];
for (let round = 1; round <= rounds; round += 1) {
  const { clock, cpu } = measured(slices, decideAll);
  figures.push(made / cpu);
  console.log(`  ${(made / clock).toFixed(0)} decisions/s by the clock, ${(made / cpu).toFixed(0)} per second of CPU`);
}
const micros = 1e6 / median(figures);
const folding = (1e6 * measured(slices, foldOnly).cpu) / made;
const events = recorded.length / asked.length;
console.log(`median ${median(figures).toFixed(0)} decisions per second of CPU (100,000 is the aim)`);
console.log(
  `${micros.toFixed(1)} µs each: ${folding.toFixed(1)} go into folding its ${events.toFixed(1)} events, each of which copies the case; the rest into the rules`,
);
