import { ActionIcon, Group, Text } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bpmnQuery } from '../../../api/definitions';
import { ProblemNotice } from '../../../parts/ProblemNotice';
import { Waiting } from '../../../parts/Waiting';
import { language } from '../../../texts';
import './diagram.css';
import { drawingOf, type Edge, type Point } from './drawing';
import { ShapeFigure } from './ShapeFigure';

type Props = Readonly<{
  definitionId: string;
  version: number;
  /** Keys of the stages that are open now; `submission` while it is with its proposer. */
  current?: readonly string[];
}>;

const zooms = [0.4, 0.55, 0.7, 0.85, 1, 1.25];
const START = 2;

/**
 * A definition as it is drawn in BPMN, the stages where a case stands marked. It can be scrolled with the arrow keys. What it
 * shows is said in words by the list of stages, which belongs beside it.
 */
export const DefinitionDiagram = ({ definitionId, version, current = [] }: Props) => {
  const { t } = useTranslation();
  const query = useQuery(bpmnQuery(definitionId, version, language()));
  const drawing = useMemo(() => (query.data === undefined ? undefined : drawingOf(query.data)), [query.data]);
  const [zoom, setZoom] = useState(START);
  const frame = useRef<HTMLDivElement>(null);
  const arrow = useId();
  const scale = zooms[zoom] ?? 1;
  const here = current.map((key) => `stage_${key}`);
  const first = drawing?.shapes.find(({ id }) => here.includes(id));

  useEffect(() => {
    if (!frame.current || !first) return;
    const { clientWidth, clientHeight } = frame.current;
    frame.current.scrollTo({
      left: (first.x + first.width / 2) * scale - clientWidth / 2,
      top: (first.y + first.height / 2) * scale - clientHeight / 2,
    });
  }, [first, scale]);

  if (query.isPending) return <Waiting />;
  if (!drawing) return <ProblemNotice error={query.error} retry={query.refetch} />;
  const names = drawing.shapes.filter(({ id }) => here.includes(id)).map(({ name }) => name);
  const label = names.length > 0 ? t('definition.diagramAt', { stages: names.join(', ') }) : t('definition.diagram');

  return (
    <div>
      <Group justify="space-between" mb={6} gap="xs" className="bpmn-tools">
        <Text size="sm" className="muted">
          {t('definition.diagramHint')}
        </Text>
        <Group gap={6}>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('definition.smaller')}
            disabled={zoom === 0}
            onClick={() => setZoom(zoom - 1)}
          >
            <IconMinus size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={t('definition.larger')}
            disabled={zoom === zooms.length - 1}
            onClick={() => setZoom(zoom + 1)}
          >
            <IconPlus size={18} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      {/* A region that scrolls has to be reachable, so that the arrow keys can scroll it. */}
      <div className="bpmn-frame" ref={frame} tabIndex={0} role="group" aria-label={label}>
        <svg
          role="img"
          aria-label={label}
          width={drawing.width * scale}
          height={drawing.height * scale}
          viewBox={`0 0 ${drawing.width} ${drawing.height}`}
          className="bpmn"
        >
          <defs>
            <marker id={arrow} viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8" markerHeight="8" orient="auto">
              <path d="M0 0L10 5L0 10z" className="bpmn-arrow" />
            </marker>
          </defs>
          {drawing.edges.map((edge) => (
            <EdgeFigure key={edge.id} edge={edge} arrow={arrow} />
          ))}
          {drawing.shapes.map((shape) => (
            <ShapeFigure key={shape.id} shape={shape} state={here.includes(shape.id) ? 'current' : undefined} />
          ))}
        </svg>
      </div>
    </div>
  );
};

/** Where the name of a flow is written: on the middle of its longest level stretch. */
const placeOf = (points: readonly Point[]): Point => {
  const stretches = points.slice(1).map((to, index) => ({ from: points[index] ?? to, to }));
  const length = ({ from, to }: { from: Point; to: Point }) =>
    Math.hypot(to.x - from.x, to.y - from.y) + (from.y === to.y ? 40 : 0);
  const longest = stretches.reduce((a, b) => (length(b) > length(a) ? b : a));
  return { x: (longest.from.x + longest.to.x) / 2, y: (longest.from.y + longest.to.y) / 2 };
};

const EdgeFigure = ({ edge: { name, when, points, label }, arrow }: { edge: Edge; arrow: string }) => {
  if (points.length < 2) return null;
  const place = label ?? placeOf(points);
  return (
    <g className="bpmn-edge">
      <title>{[name, when].filter(Boolean).join(': ')}</title>
      <path d={`M${points.map(({ x, y }) => `${x} ${y}`).join('L')}`} markerEnd={`url(#${arrow})`} />
      {name && (
        <text x={place.x} y={place.y - 4} textAnchor="middle">
          {name}
        </text>
      )}
    </g>
  );
};
