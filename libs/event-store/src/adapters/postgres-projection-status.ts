import type { Runnable } from '../projection-fold.js';
import type { ProjectionStatus } from '../projection-runner.js';
import type { RegistryRow } from './postgres-projection-registry.js';
import { shapeOf } from './postgres-projection-table.js';

/** Whether a generation was made by this definition, and not by an earlier or later one of the same name. */
const isOf = (definition: Runnable, { name, version, shape }: RegistryRow): boolean =>
  name === definition.name && version === definition.version && shape === shapeOf(definition);

/** What the registry says of one projection: each generation of its own, or that it is being made. */
export const statusOf = (definition: Runnable, rows: readonly RegistryRow[]): readonly ProjectionStatus[] => {
  const { name, version } = definition;
  const own = rows.filter((row) => isOf(definition, row));
  if (own.length > 0)
    return own.map((row) => ({ ...standingOf(row), state: row.incident ? 'stopped' : row.live ? 'live' : 'building' }));
  // What is live is of another version. Where the making of this one stopped, that is noted there.
  const stopped = rows.find((row) => row.name === name && row.live && row.incident);
  return stopped
    ? [{ ...standingOf(stopped), state: 'stopped' }]
    : [{ name, version, generation: 0, state: 'building', checkpoint: undefined }];
};

const standingOf = ({ name, version, generation, checkpoint, incident }: RegistryRow) => ({
  ...{ name, version, generation, checkpoint: checkpoint ?? undefined },
  ...(incident ? { incident } : {}),
});

/** Where each is that readers see. */
export const checkpointsIn = (definitions: readonly Runnable[], rows: readonly RegistryRow[]) =>
  definitions.map((definition) => {
    const row = rows.find((each) => each.live && isOf(definition, each));
    return { name: definition.name, checkpoint: row?.checkpoint ?? undefined, stopped: Boolean(row?.incident) };
  });
