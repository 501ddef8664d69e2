import type { StageDefinition } from '../definition.js';
import { acknowledgement } from './acknowledgement.js';
import { approval } from './approval.js';
import { check } from './check.js';
import { consent } from './consent.js';
import { external } from './external.js';
import { panel } from './panel.js';
import { signoff } from './signoff.js';
import type { StageKind } from './stage-kind.js';

/** Every kind of stage there is. To add one, write its file and list it here; see docs/how-to/add-a-stage-kind.md. */
const kinds: { readonly [Kind in StageDefinition['kind']]: StageKind<Extract<StageDefinition, { kind: Kind }>> } = {
  approval,
  panel,
  consent,
  check,
  signoff,
  acknowledgement,
  external,
};

// The one place where a stage meets its kind, hence the one cast: the table's type pairs them, which indexing forgets.
export const kindOf = <Stage extends StageDefinition>(stage: Stage): StageKind<Stage> =>
  kinds[stage.kind] as unknown as StageKind<Stage>;
