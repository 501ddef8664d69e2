import { inLanes } from './lanes';

/** A place on the drawing, in its own units. */
export type Point = Readonly<{ x: number; y: number }>;
export type Kind =
  'task' | 'service' | 'receive' | 'exclusive' | 'parallel' | 'complex' | 'start' | 'end' | 'terminate' | 'told' | 'timer';
export type Shape = Readonly<{
  id: string;
  kind: Kind;
  name: string;
  says: string;
  several: boolean;
  x: number;
  y: number;
  width: number;
  height: number;
}>;
export type Edge = Readonly<{
  id: string;
  name: string;
  when: string;
  points: readonly Point[];
  /** Where its name stands; on the middle of its longest level stretch where absent. */
  label?: Point;
}>;
export type Drawing = Readonly<{ width: number; height: number; shapes: readonly Shape[]; edges: readonly Edge[] }>;

const kinds: Readonly<Record<string, Kind>> = {
  userTask: 'task',
  serviceTask: 'service',
  receiveTask: 'receive',
  exclusiveGateway: 'exclusive',
  parallelGateway: 'parallel',
  complexGateway: 'complex',
  startEvent: 'start',
  endEvent: 'end',
  boundaryEvent: 'timer',
};

const MARGIN = 24;
const LABEL = 44;

/** Reads what the diagram interchange of BPMN 2.0 says of places. What it draws that we have no sign for is left out. */
export const drawingOf = (xml: string): Drawing => {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const byId = new Map([...document.querySelectorAll('[id]')].map((element) => [element.id, element]));
  const named = (name: string) => [...document.getElementsByTagNameNS('*', name)];
  const number = (element: Element | undefined, name: string) => Number(element?.getAttribute(name) ?? 0);
  const within = (element: Element | undefined, name: string) => element?.getElementsByTagNameNS('*', name)[0];

  const shapes = named('BPMNShape').flatMap((drawn): readonly Shape[] => {
    const element = byId.get(drawn.getAttribute('bpmnElement') ?? '');
    const kind = element && kinds[element.localName];
    if (!element || !kind) return [];
    const bounds = within(drawn, 'Bounds');
    const ending = within(element, 'terminateEventDefinition')
      ? 'terminate'
      : within(element, 'escalationEventDefinition')
        ? 'told'
        : kind;
    return [
      {
        id: element.id,
        kind: kind === 'end' ? ending : kind,
        name: element.getAttribute('name') ?? '',
        says: within(element, 'documentation')?.textContent ?? '',
        several: within(element, 'multiInstanceLoopCharacteristics') !== undefined,
        x: number(bounds, 'x'),
        y: number(bounds, 'y'),
        width: number(bounds, 'width'),
        height: number(bounds, 'height'),
      },
    ];
  });
  const edges = named('BPMNEdge').flatMap((drawn): readonly Edge[] => {
    const element = byId.get(drawn.getAttribute('bpmnElement') ?? '');
    if (!element) return [];
    const points = [...drawn.getElementsByTagNameNS('*', 'waypoint')].map((point) => ({
      x: number(point, 'x'),
      y: number(point, 'y'),
    }));
    const when = within(element, 'conditionExpression')?.textContent ?? '';
    return [{ id: element.id, name: element.getAttribute('name') ?? '', when, points }];
  });
  return moved(inLanes({ shapes, edges }));
};

/** The same at the page's upper left, with room for what is written below the last row. */
const moved = ({ shapes, edges }: Pick<Drawing, 'shapes' | 'edges'>): Drawing => {
  const points = [
    ...edges.flatMap((edge) => edge.points),
    ...shapes.flatMap(({ x, y, width, height }) => [
      { x, y },
      { x: x + width, y: y + height + LABEL },
    ]),
  ];
  const left = Math.min(...points.map(({ x }) => x)) - MARGIN;
  const top = Math.min(...points.map(({ y }) => y)) - MARGIN;
  const to = ({ x, y }: Point): Point => ({ x: x - left, y: y - top });
  return {
    width: Math.max(...points.map(({ x }) => x)) - left + MARGIN,
    height: Math.max(...points.map(({ y }) => y)) - top + MARGIN,
    shapes: shapes.map((shape) => ({ ...shape, ...to(shape) })),
    edges: edges.map((edge) => ({ ...edge, points: edge.points.map(to), ...(edge.label && { label: to(edge.label) }) })),
  };
};
