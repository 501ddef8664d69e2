import type { Edge, Point, Shape } from './drawing';

/** Half the height of a row, as the layout spaces them. */
const HALF_ROW = 70;
const LANE = 16;
/** How far below the upper edge of a row its tasks begin. */
const ABOVE = 30;
/** How far a timer hangs left of the middle, where ways back arrive. */
const ASIDE = 34;
/** How far from its beginning a way is named. */
const NEAR = 42;

type Drawn = Readonly<{ shapes: readonly Shape[]; edges: readonly Edge[] }>;
type Dip = Readonly<{ edge: Edge; from: Point; to: Point; level: number; back: boolean }>;

/** A way that goes down, across below its row, and up again; the layout puts all of those on one line. */
const dipOf = (edge: Edge): Dip | undefined => {
  const [from, down, across, to] = edge.points;
  if (!from || !down || !across || !to || edge.points.length !== 4) return undefined;
  const dips = from.x === down.x && down.y === across.y && across.x === to.x && down.y > from.y && down.y > to.y;
  const back = to.x < from.x;
  const sameRow = Math.abs(from.y - to.y) < HALF_ROW / 2;
  return dips && (back || sameRow) ? { edge, from, to, level: down.y, back } : undefined;
};

/**
 * The same drawing with a lane for each place that ways lead to: ways back below their row, ways past something above it.
 * Ways to one place share its lane, so that they meet before they arrive.
 */
export const inLanes = ({ shapes, edges }: Drawn): Drawn => {
  const dips = edges.flatMap((edge) => dipOf(edge) ?? []);
  const lanesAt = (level: number, back: boolean): readonly number[] => {
    const here = dips.filter((dip) => dip.back === back && dip.level === level);
    return [...new Set(here.map(({ to }) => to.x))].sort((a, b) => (back ? b - a : a - b));
  };
  const levels = [...new Set(dips.flatMap(({ level }) => [level, level - 2 * HALF_ROW]))].sort((a, b) => a - b);
  const room = new Map(
    levels.map((level) => [level, LANE * (1 + lanesAt(level, true).length + lanesAt(level + 2 * HALF_ROW, false).length)]),
  );
  const moved = (y: number): number => y + [...room].reduce((sum, [level, height]) => (level < y ? sum + height : sum), 0);
  const routed = ({ edge, from, to, level, back }: Dip): Edge => {
    const lane = lanesAt(level, back).indexOf(to.x);
    const rowTop = level - 2 * HALF_ROW + ABOVE;
    const y = back ? moved(level) + LANE * (lane + 1) : moved(rowTop) - LANE * (lane + 1);
    const middle = (level - HALF_ROW) * 2;
    // A way past something leaves and arrives at the upper corners, which lie across the row's middle from the lower ones.
    const end = (place: Point): number => moved(back ? place.y : middle - place.y);
    return {
      ...edge,
      label: { x: from.x + (back ? -NEAR : NEAR), y },
      points: [
        { x: from.x, y: end(from) },
        { x: from.x, y },
        { x: to.x, y },
        { x: to.x, y: end(to) },
      ],
    };
  };
  const byId = new Map(dips.map((dip) => [dip.edge.id, routed(dip)]));
  const timers = shapes.filter(({ kind }) => kind === 'timer');
  /** What begins at a timer goes with it, named below its line: the timer's own name stands above. */
  const hung = (edge: Edge): Edge => {
    const [first, , end] = edge.points;
    const hangs = timers.some(({ x, width, y, height }) => x + width / 2 === first?.x && y + height === first.y);
    const points = edge.points.map((point) => ({
      x: hangs && point.x === first?.x ? point.x - ASIDE : point.x,
      y: moved(point.y),
    }));
    if (!hangs || !first || !end) return { ...edge, points };
    return { ...edge, points, label: { x: (first.x + end.x) / 2, y: moved(end.y) + LANE } };
  };
  return {
    shapes: shapes.map((shape) => ({
      ...shape,
      x: timers.includes(shape) ? shape.x - ASIDE : shape.x,
      y: moved(shape.y),
    })),
    edges: edges.map((edge) => byId.get(edge.id) ?? hung(edge)),
  };
};
