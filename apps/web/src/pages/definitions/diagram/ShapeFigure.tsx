import type { Shape } from './drawing';

/** One node, by BPMN's signs. */
export const ShapeFigure = ({ shape, state }: { shape: Shape; state: 'current' | undefined }) => {
  const { id, kind, name, says, x, y, width, height } = shape;
  const isTask = kind === 'task' || kind === 'service' || kind === 'receive';
  const told = [name, says].filter(Boolean).join('. ');
  return (
    <g transform={`translate(${x} ${y})`} className="bpmn-shape" data-kind={kind} data-node={id} data-state={state}>
      {told && <title>{told}</title>}
      {isTask && <TaskFigure shape={shape} />}
      {(kind === 'exclusive' || kind === 'parallel' || kind === 'complex') && <GatewayFigure shape={shape} />}
      {!isTask && !(kind === 'exclusive' || kind === 'parallel' || kind === 'complex') && <EventFigure shape={shape} />}
      {!isTask && name && (
        <foreignObject x={width / 2 - 60} y={height + 2} width={120} height={40}>
          <div className="bpmn-label">{name}</div>
        </foreignObject>
      )}
    </g>
  );
};

const TaskFigure = ({ shape: { kind, name, several, width, height } }: { shape: Shape }) => (
  <>
    <rect width={width} height={height} rx={10} />
    <foreignObject width={width} height={height}>
      <div className="bpmn-task">{name}</div>
    </foreignObject>
    {several && <path d={`M${width / 2 - 5} ${height - 12}v8 m5 -8v8 m5 -8v8`} />}
    {kind === 'service' && <circle cx={13} cy={13} r={5} strokeDasharray="2.4 1.6" strokeWidth={3} />}
    {kind === 'receive' && <path d="M7 7h14v10h-14z l7 6 7 -6" />}
  </>
);

const signs: Partial<Record<Shape['kind'], string>> = {
  exclusive: 'M18 18l14 14m0 -14l-14 14',
  parallel: 'M25 14v22m-11 -11h22',
  complex: 'M25 14v22m-11 -11h22m-19 -8l16 16m0 -16l-16 16',
};

const GatewayFigure = ({ shape: { kind, width, height } }: { shape: Shape }) => (
  <>
    <path className="bpmn-body" d={`M${width / 2} 0L${width} ${height / 2}L${width / 2} ${height}L0 ${height / 2}z`} />
    <path className="bpmn-sign" d={signs[kind]} />
  </>
);

const EventFigure = ({ shape: { kind, width } }: { shape: Shape }) => {
  const r = width / 2;
  return (
    <>
      <circle className="bpmn-body" cx={r} cy={r} r={r} />
      {kind === 'timer' && (
        <>
          <circle cx={r} cy={r} r={r - 3.5} />
          <path className="bpmn-sign" d={`M${r} ${r - 8}V${r}l6 4`} />
        </>
      )}
      {kind === 'told' && <path className="bpmn-sign" d={`M${r} ${r - 9}l7 17 -7 -6 -7 6z`} />}
      {kind === 'terminate' && <circle className="bpmn-full" cx={r} cy={r} r={r - 7} />}
    </>
  );
};
