import { join } from 'node:path';
import type { Definition } from '@app/workflow';
import { BpmnModdle, type Element } from 'bpmn-moddle';
import fc from 'fast-check';
import { definition as anyDefinition, seed } from '../../../../workflow/src/lives/testing.js';
import { loadDefinitions } from '../load.js';
import { chartOf } from './chart.js';
import { bpmnOf } from './xml.js';

const folder = join(import.meta.dirname, '../../../../../definitions');
const own = { 'internal-rotation': { proposerRole: 'string', ownRequest: 'boolean' } } as const;

const listOf = (element: unknown, name: string): readonly Element[] => {
  const value = (element as Element | undefined)?.get(name);
  return Array.isArray(value) ? (value as Element[]) : [];
};

/** What the reference tool reads out of a document. */
const readBack = async (xml: string) => {
  const { rootElement, elementsById, warnings } = await new BpmnModdle().fromXML(xml);
  const process = listOf(rootElement, 'rootElements').find(({ $type }) => $type === 'bpmn:Process');
  const elements = listOf(process, 'flowElements');
  const [diagram] = listOf(rootElement, 'diagrams');
  const drawn = listOf(diagram?.get('plane'), 'planeElement');
  const idsOf = (type: string) =>
    drawn.filter(({ $type }) => $type === type).map((each) => (each['bpmnElement'] as Element)['id']);
  return {
    warnings,
    elementsById,
    nodes: elements.filter(({ $type }) => $type !== 'bpmn:SequenceFlow').map(({ id }) => id),
    flows: elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow').map(({ id }) => id),
    shapes: idsOf('bpmndi:BPMNShape'),
    edges: idsOf('bpmndi:BPMNEdge'),
  };
};

const isWhole = async (definition: Definition) => {
  const { warnings, nodes, flows, shapes, edges } = await readBack(await bpmnOf(definition));
  expect(warnings).toEqual([]);
  expect([...shapes].sort()).toEqual([...nodes].sort());
  expect([...edges].sort()).toEqual([...flows].sort());
  const chart = chartOf(definition);
  expect(nodes).toHaveLength(chart.nodes.length);
  expect(flows).toHaveLength(chart.flows.length);
  for (const { key } of definition.stages) expect(nodes).toContain(`stage_${key}`);
};

/** Every node is reached from the start, and every one leads to an end. */
const isConnected = (definition: Definition) => {
  const { nodes, flows } = chartOf(definition);
  const steps = [...flows, ...nodes.flatMap(({ id, on }) => (on ? [{ from: on.node, to: id }] : []))];
  const reached = (from: readonly string[], edges: readonly Readonly<{ from: string; to: string }>[]) => {
    const seen = new Set(from);
    for (const id of seen) for (const edge of edges) if (edge.from === id) seen.add(edge.to);
    return [...seen].sort();
  };
  const ids = nodes.map(({ id }) => id).sort();
  const ends = nodes.filter(({ kind }) => ['end', 'escalation', 'terminate'].includes(kind)).map(({ id }) => id);
  expect(reached(['start'], steps)).toEqual(ids);
  expect(
    reached(
      ends,
      steps.map(({ from, to }) => ({ from: to, to: from })),
    ),
  ).toEqual(ids);
};

describe('a definition as BPMN', () => {
  it('is read by the reference tool without a warning, and wholly drawn, for each that is shipped', async () => {
    const shipped = await loadDefinitions(folder, { own });
    expect(shipped.length).toBeGreaterThan(0);
    for (const { definition } of shipped) {
      await isWhole(definition);
      isConnected(definition);
    }
  });

  it(`is so for 200 random ones (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(anyDefinition, async (definition) => {
        isConnected(definition);
        await isWhole(definition);
      }),
      { numRuns: 200, seed, verbose: 1 },
    );
  });

  it('is drawn without its reminders where room is short: all stages and deadlines stay', async () => {
    const shipped = await loadDefinitions(folder, { own });
    for (const { definition } of shipped) {
      const [whole, short] = [
        await readBack(await bpmnOf(definition)),
        await readBack(await bpmnOf(definition, 'id', { reminders: false })),
      ];
      const gone = whole.nodes.filter((id) => !short.nodes.includes(id));
      expect(gone.length).toBeGreaterThan(0);
      expect(gone.filter((id) => !String(id).startsWith('late_'))).toEqual([]);
      expect(short.warnings).toEqual([]);
      expect([...short.shapes].sort()).toEqual([...short.nodes].sort());
      expect([...short.edges].sort()).toEqual([...short.flows].sort());
    }
  });

  it('says in its own signs what the definition says in words', async () => {
    const [rotation] = await loadDefinitions(folder, { own });
    if (!rotation) throw new Error('nothing is shipped');
    const { elementsById } = await readBack(await bpmnOf(rotation.definition));
    const typeOf = (id: string) => elementsById[id]?.$type;
    expect(
      ['start', 'stage_consent', 'when_release', 'verdict_release', 'due_release', 'rejected_release', 'approved'].map(typeOf),
    ).toEqual([
      'bpmn:StartEvent',
      'bpmn:UserTask',
      'bpmn:ExclusiveGateway',
      'bpmn:ExclusiveGateway',
      'bpmn:BoundaryEvent',
      'bpmn:EndEvent',
      'bpmn:EndEvent',
    ]);
    const condition = listOf(elementsById['when_release'], 'outgoing').map(
      (flow) => (flow['conditionExpression'] as Element | undefined)?.['body'],
    );
    expect(condition).toEqual(['proposerRole != "ORIGIN_HEAD"', undefined]);
    expect((elementsById['stage_tpk']?.['loopCharacteristics'] as Element).$type).toBe('bpmn:MultiInstanceLoopCharacteristics');
    expect(elementsById['due_consent']?.['cancelActivity']).toBe(true);
    expect(elementsById['due_release']?.['cancelActivity']).toBe(false);
    const back = listOf(elementsById['verdict_decision'], 'outgoing').map((flow) => (flow['targetRef'] as Element)['id']);
    expect(back).toEqual([
      'approved',
      'rejected_decision',
      'stage_submission',
      'stage_verification',
      'stage_hr_review',
      'stage_forwarding',
    ]);
  });

  it('joins branches as the group says', () => {
    const branches = (join: 'all' | 'any' | 2) => {
      const stage = (key: string) => ({
        key,
        kind: 'approval' as const,
        title: { id: key, en: key },
        actor: 'HEAD',
        verbs: { approve: { reason: 'optional' as const }, reject: { reason: 'optional' as const } },
      });
      const stages = [...['legal', 'money', 'people'].map((key) => ({ ...stage(key), group: 'beside' })), stage('final')];
      const repair = { workingDays: 1, onPassed: 'wait' as const, reminders: [], escalations: [] };
      const groups = [{ key: 'beside', title: { id: 'x', en: 'x' }, join }];
      return chartOf({
        id: 'x',
        version: 1,
        title: { id: 'x', en: 'x' },
        initiators: ['HEAD'],
        repair,
        fourEyes: [],
        groups,
        stages,
      });
    };
    const kindsOf = (join: 'all' | 'any' | 2) =>
      Object.fromEntries(branches(join).nodes.map(({ id, kind, name }) => [id, `${kind} ${name?.en ?? ''}`.trim()]));
    expect(kindsOf('all')).toMatchObject({
      split_beside: 'parallel x',
      join_beside: 'parallel',
      rejected_legal: 'terminate Rejected',
    });
    expect(kindsOf('any')).toMatchObject({ join_beside: 'complex 1 of 3', met_beside: 'exclusive' });
    expect(kindsOf(2)).toMatchObject({ join_beside: 'complex 2 of 3', unmet_beside: 'terminate Rejected' });
    expect(kindsOf(2)).not.toHaveProperty('rejected_legal');
  });
});
