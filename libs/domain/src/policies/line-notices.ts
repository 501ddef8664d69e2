import type { CommandMeta } from '@app/event-store';
import type { PolicyDeps } from './deps.js';
import { factsOf, type Scene, tell } from './tell.js';

type Line = Readonly<{ key: string; subject: string }>;
type Told = Readonly<{ line: Line; code: 'line-approved' | 'line-rejected' | 'line-left-out' }>;

/**
 * Those whom a batch is about hear what became of them, and of nobody else: each his own line. The page of the case is rarely theirs
 * to open, so that the notice says all there is to it; it names the case for those who may.
 */
const tellEach = async (
  told: readonly Told[],
  scene: Scene,
  cause: string,
  deps: PolicyDeps,
  meta: CommandMeta,
): Promise<void> => {
  for (const { line, code } of told) {
    const facts = { ...factsOf(scene), employee: line.subject, case: scene.caseId };
    await tell(deps, meta, { people: [line.subject], code, facts, link: '/notices', cause: `${cause}#${line.key}` });
  }
};

type Fell = Readonly<{ id: string; data: Readonly<{ lines: readonly Readonly<{ key: string; because: string }>[] }> }>;

/** Lines went out of a batch that goes on, or ends with them. */
export const tellFallen = async (event: Fell, scene: Scene, deps: PolicyDeps, meta: CommandMeta): Promise<void> => {
  const why = new Map(event.data.lines.map(({ key, because }) => [key, because]));
  const told = scene.workflow.lines.flatMap((line): Told[] => {
    const because = why.get(line.key);
    return because === undefined ? [] : [{ line, code: because === 'rejected' ? 'line-rejected' : 'line-left-out' }];
  });
  await tellEach(told, scene, event.id, deps, meta);
};

/** A batch was decided: the lines that stood until then, with it. Of one that was taken back nothing was decided. */
export const tellStanding = async (
  event: Readonly<{ id: string; data: Readonly<{ outcome: string }> }>,
  scene: Scene,
  deps: PolicyDeps,
  meta: CommandMeta,
): Promise<void> => {
  const { outcome } = event.data;
  if (outcome !== 'approved' && outcome !== 'rejected') return;
  const standing = scene.workflow.lines.filter(({ fell }) => !fell);
  await tellEach(
    standing.map((line) => ({ line, code: `line-${outcome}` as const })),
    scene,
    event.id,
    deps,
    meta,
  );
};
