import type { Deadline, Definition, ParallelGroup, StageDefinition, Text } from '@app/workflow';
import type { Flow, FlowChart, FlowNode } from './flow.js';
import { kindOfNode } from './kinds.js';
import { words } from './words.js';

/** Where to go from a place: the next node, and what a failure comes to. */
type Ways = Readonly<{ next: string; fails: 'end' | 'terminate' | Readonly<{ to: string }> }>;

const branchOf = ({ branch, key }: StageDefinition): string => branch ?? key;

/**
 * The flow chart of a definition. Total: also a definition that would not be published has one, as far as it can be drawn.
 * A case that was returned goes on, once repaired, at the stage that returned it; BPMN has no sign for that, so the loop is
 * drawn as the way back, and said.
 */
export const chartOf = (definition: Definition): FlowChart => {
  const { stages, groups = [] } = definition;
  const nodes: FlowNode[] = [];
  const flows: Flow[] = [];

  const groupNamed = (key: string): ParallelGroup =>
    groups.find((group) => group.key === key) ?? { key, title: { id: key, en: key }, join: 'all' };
  const opensGroup = (index: number): string | undefined => {
    const group = stages[index]?.group;
    return group !== undefined && stages.findIndex((stage) => stage.group === group) === index ? group : undefined;
  };
  const ownEntry = ({ key, when }: StageDefinition) => (when === undefined ? `stage_${key}` : `when_${key}`);
  /** The node at which the stage that stands here is entered from outside; after the last, the end. */
  const entry = (index: number): string => {
    const stage = stages[index];
    if (!stage) return 'approved';
    return stage.group === undefined ? ownEntry(stage) : `split_${stage.group}`;
  };
  const waysFrom = (stage: StageDefinition, index: number): Ways => {
    if (stage.group === undefined) return { next: entry(index + 1), fails: 'end' };
    const { join } = groupNamed(stage.group);
    const later = stages.slice(index + 1).find((other) => other.group === stage.group && branchOf(other) === branchOf(stage));
    const next = later ? ownEntry(later) : `join_${stage.group}`;
    return { next, fails: join === 'all' ? 'terminate' : { to: `join_${stage.group}` } };
  };
  const backTo = (key: string, from: StageDefinition): string => {
    if (key === 'submission') return 'stage_submission';
    const index = stages.findIndex((stage) => stage.key === key);
    const target = stages[index];
    if (!target) return 'stage_submission';
    const sameBranch = target.group !== undefined && target.group === from.group && branchOf(target) === branchOf(from);
    return sameBranch ? ownEntry(target) : entry(index);
  };

  nodes.push({ id: 'start', kind: 'start', name: words.started });
  flows.push({ from: 'start', to: 'stage_submission' });
  nodes.push({
    id: 'stage_submission',
    kind: 'user',
    name: words.submission,
    roles: definition.initiators,
    says: words.returns,
  });
  nodes.push(...timerOf('submission', definition.repair, words.repair));
  flows.push({ from: 'due_submission', to: 'late_submission' });
  flows.push({ from: 'stage_submission', to: entry(0) });

  stages.forEach((stage, index) => {
    const group = opensGroup(index);
    if (group !== undefined) addGroup(group, index);
    addStage(stage, waysFrom(stage, index));
  });
  nodes.push({ id: 'approved', kind: 'end', name: words.approved });
  return { nodes, flows };

  function addGroup(key: string, first: number): void {
    const group = groupNamed(key);
    const inside = stages.map((stage, index) => ({ stage, index })).filter(({ stage }) => stage.group === key);
    const last = inside.at(-1)?.index ?? first;
    const firsts = inside.filter(
      ({ stage }, at) => inside.findIndex((other) => branchOf(other.stage) === branchOf(stage)) === at,
    );
    nodes.push({ id: `split_${key}`, kind: 'parallel', name: group.title });
    flows.push(...firsts.map(({ stage }) => ({ from: `split_${key}`, to: ownEntry(stage) })));
    if (group.join === 'all') {
      nodes.push({ id: `join_${key}`, kind: 'parallel' });
      flows.push({ from: `join_${key}`, to: entry(last + 1) });
      return;
    }
    const join = words.join(group.join, firsts.length);
    nodes.push({ id: `join_${key}`, kind: 'complex', name: join.name, says: join.says });
    nodes.push({ id: `met_${key}`, kind: 'exclusive' }, { id: `unmet_${key}`, kind: 'terminate', name: words.rejected });
    flows.push(
      { from: `join_${key}`, to: `met_${key}` },
      { from: `met_${key}`, to: entry(last + 1), name: words.enough, otherwise: true },
      { from: `met_${key}`, to: `unmet_${key}`, name: words.tooFew, when: words.failing },
    );
  }

  function addStage(stage: StageDefinition, { next, fails }: Ways): void {
    const { key, when, verbs, deadline } = stage;
    const kind = kindOfNode(stage);
    if (when !== undefined) {
      nodes.push({ id: `when_${key}`, kind: 'exclusive', ...(stage.skipReason && { says: stage.skipReason }) });
      flows.push({ from: `when_${key}`, to: `stage_${key}`, when });
      flows.push({ from: `when_${key}`, to: next, name: words.skipped, otherwise: true });
    }
    nodes.push({
      id: `stage_${key}`,
      kind: kind.node,
      name: stage.title,
      roles: [stage.actor],
      ...(kind.says && { says: kind.says }),
      ...(kind.seats !== undefined && { seats: kind.seats }),
    });
    const canFail = kind.fails;
    const back = verbs.return?.to ?? [];
    const decides = canFail || back.length > 0;
    const after = decides ? `verdict_${key}` : next;
    flows.push({ from: `stage_${key}`, to: after });
    if (decides) {
      nodes.push({ id: `verdict_${key}`, kind: 'exclusive' });
      flows.push({ from: `verdict_${key}`, to: next, name: kind.passed, otherwise: true });
      if (canFail && typeof fails === 'object')
        flows.push({ from: `verdict_${key}`, to: fails.to, name: kind.failed, when: words.failing });
      if (canFail && typeof fails === 'string') {
        nodes.push({ id: `rejected_${key}`, kind: fails, name: words.rejected });
        flows.push({ from: `verdict_${key}`, to: `rejected_${key}`, name: kind.failed, when: words.failing });
      }
      flows.push(
        ...back.map((to) => ({ from: `verdict_${key}`, to: backTo(to, stage), name: words.returned, when: words.returning(to) })),
      );
    }
    if (!deadline) return;
    nodes.push(...timerOf(key, deadline));
    if (deadline.onPassed === 'wait') flows.push({ from: `due_${key}`, to: `late_${key}` });
    else
      flows.push({ from: `due_${key}`, to: deadline.onPassed === 'close' ? after : next, name: words.silent[deadline.onPassed] });
  }
};

/** What hangs on a stage for its deadline. One that waits goes on waiting, and somebody is told. */
const timerOf = (key: string, deadline: Deadline, more?: Text): readonly FlowNode[] => {
  const timer: FlowNode = {
    id: `due_${key}`,
    kind: 'timer',
    name: words.days(deadline.workingDays),
    says: words.deadline(deadline, more),
    on: { node: `stage_${key}`, ends: deadline.onPassed !== 'wait', workingDays: deadline.workingDays },
  };
  if (deadline.onPassed !== 'wait') return [timer];
  return [timer, { id: `late_${key}`, kind: 'escalation', name: words.late }];
};
