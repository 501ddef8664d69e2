import type { Definition, Text } from '@app/workflow';
import { layoutProcess } from 'bpmn-auto-layout';
import { BpmnModdle, type Element } from 'bpmn-moddle';
import { chartOf } from './chart.js';
import type { Flow, FlowChart, FlowNode, NodeKind } from './flow.js';

const FEEL = 'https://www.omg.org/spec/DMN/20191111/FEEL/';
const types: Readonly<Record<NodeKind, string>> = {
  start: 'bpmn:StartEvent',
  user: 'bpmn:UserTask',
  service: 'bpmn:ServiceTask',
  receive: 'bpmn:ReceiveTask',
  exclusive: 'bpmn:ExclusiveGateway',
  parallel: 'bpmn:ParallelGateway',
  complex: 'bpmn:ComplexGateway',
  timer: 'bpmn:BoundaryEvent',
  end: 'bpmn:EndEvent',
  escalation: 'bpmn:EndEvent',
  terminate: 'bpmn:EndEvent',
};

/** `reminders: false` leaves out where a reminder ends, which takes more room than all the rest; the deadlines stay. */
export type Drawing = Readonly<{ reminders: boolean }>;

/**
 * A definition as BPMN 2.0 XML, laid out: every node has a shape and every flow an edge.
 * @param language of names and documentation
 */
export const bpmnOf = async (
  definition: Definition,
  language: keyof Text = 'id',
  { reminders }: Drawing = { reminders: true },
): Promise<string> => {
  const moddle = new BpmnModdle();
  const chart = chartOf(definition);
  const document = documentOf(moddle, definition, reminders ? chart : withoutReminders(chart), language);
  const { xml } = await moddle.toXML(document, { format: true });
  return layoutProcess(xml);
};

const withoutReminders = ({ nodes, flows }: FlowChart): FlowChart => {
  const ends = new Set(nodes.filter(({ kind }) => kind === 'escalation').map(({ id }) => id));
  return { nodes: nodes.filter(({ id }) => !ends.has(id)), flows: flows.filter(({ to }) => !ends.has(to)) };
};

const documentOf = (moddle: BpmnModdle, definition: Definition, { nodes, flows }: FlowChart, language: keyof Text): Element => {
  const messages: Element[] = [];
  const elements = new Map(nodes.map((node) => [node.id, elementOf(moddle, node, language)]));
  for (const { id, kind, name } of nodes) {
    if (kind !== 'receive') continue;
    const message = moddle.create('bpmn:Message', { id: `message_${id}`, name: name?.[language] });
    messages.push(message);
    Object.assign(elements.get(id) ?? {}, { messageRef: message });
  }
  for (const { id, on } of nodes) if (on) Object.assign(elements.get(id) ?? {}, { attachedToRef: elements.get(on.node) });
  const lines = flows.flatMap((flow, index) => connected(moddle, flow, index, elements, language));
  const process = moddle.create('bpmn:Process', {
    id: `process_${definition.id.replaceAll('-', '_')}`,
    name: definition.title[language],
    isExecutable: false,
    flowElements: [...elements.values(), ...lines],
  });
  return moddle.create('bpmn:Definitions', {
    id: `definition_${definition.id.replaceAll('-', '_')}_${definition.version}`,
    name: `${definition.title[language]} v${definition.version}`,
    targetNamespace: 'https://alur.example/definitions',
    expressionLanguage: FEEL,
    exporter: 'Alur',
    rootElements: [...messages, process],
  });
};

const documented = (moddle: BpmnModdle, says: Text | undefined, language: keyof Text) =>
  says && { documentation: [moddle.create('bpmn:Documentation', { text: says[language] })] };

const elementOf = (moddle: BpmnModdle, { id, kind, name, says, roles, seats, on }: FlowNode, language: keyof Text): Element =>
  moddle.create(types[kind], {
    id,
    ...(name && { name: name[language] }),
    ...documented(moddle, says, language),
    ...(kind === 'user' && roles && { resources: roles.map((role) => owner(moddle, id, role)) }),
    ...(seats !== undefined && { loopCharacteristics: severally(moddle, seats) }),
    ...(on && { cancelActivity: on.ends, eventDefinitions: [timer(moddle, id, on.workingDays)] }),
    ...(kind === 'escalation' && { eventDefinitions: [moddle.create('bpmn:EscalationEventDefinition', { id: `${id}_told` })] }),
    ...(kind === 'terminate' && { eventDefinitions: [moddle.create('bpmn:TerminateEventDefinition', { id: `${id}_all` })] }),
  });

const owner = (moddle: BpmnModdle, id: string, role: string): Element =>
  moddle.create('bpmn:PotentialOwner', {
    id: `${id}_${role}`,
    name: role,
    resourceAssignmentExpression: moddle.create('bpmn:ResourceAssignmentExpression', {
      expression: moddle.create('bpmn:FormalExpression', { body: `"${role}"` }),
    }),
  });

const severally = (moddle: BpmnModdle, seats: number): Element =>
  moddle.create('bpmn:MultiInstanceLoopCharacteristics', {
    isSequential: false,
    loopCardinality: moddle.create('bpmn:FormalExpression', { body: String(seats) }),
  });

/** BPMN counts calendar days; that these are working days is said in the timer's name and documentation. */
const timer = (moddle: BpmnModdle, id: string, days: number): Element =>
  moddle.create('bpmn:TimerEventDefinition', {
    id: `${id}_timer`,
    timeDuration: moddle.create('bpmn:FormalExpression', { body: `P${days}D` }),
  });

/** A flow, entered in the nodes at both of its ends: layouts go by those. */
const connected = (
  moddle: BpmnModdle,
  { from, to, name, when, otherwise }: Flow,
  index: number,
  elements: ReadonlyMap<string, Element>,
  language: keyof Text,
): readonly Element[] => {
  const [source, target] = [elements.get(from), elements.get(to)];
  if (!source || !target) return [];
  const flow = moddle.create('bpmn:SequenceFlow', {
    id: `flow_${index}`,
    ...(name && { name: name[language] }),
    sourceRef: source,
    targetRef: target,
    ...(when !== undefined && { conditionExpression: moddle.create('bpmn:FormalExpression', { language: FEEL, body: when }) }),
  });
  Object.assign(source, { outgoing: [...listed(source, 'outgoing'), flow], ...(otherwise && { default: flow }) });
  Object.assign(target, { incoming: [...listed(target, 'incoming'), flow] });
  return [flow];
};

const listed = (element: Element, name: string): readonly unknown[] => {
  const value = element.get(name);
  return Array.isArray(value) ? value : [];
};
