import { type Decider, rejections } from '@app/decider';
import type { Message } from '@app/decider';
import type { Definition } from '@app/workflow';
import type { DossierSchema } from './dossier-schema.js';
import type { DefinitionEvent } from './events.js';

export type PublicationCommand = Message<
  'PublishDefinition',
  { definition: Definition; hash: string; dossier?: DossierSchema; at: string }
>;

/** The hash of each version that was published. */
export type Publications = ReadonlyMap<number, string>;

const reject = rejections({ 'definitions.changed': 'conflict', 'definitions.version-behind': 'conflict' });

/** A version is published once and never changes (decisions.md 35); the same again is nothing. */
export const publication: Decider<PublicationCommand, DefinitionEvent, Publications> = {
  initial: new Map(),
  decide: ({ data: { definition, hash, dossier, at } }, published) => {
    const { id, version } = definition;
    const known = published.get(version);
    if (known === hash) return [];
    if (known !== undefined)
      return reject('definitions.changed', `${id} version ${version} was published and has changed since: raise its version.`, {
        id,
        version,
      });
    const newest = Math.max(0, ...published.keys());
    if (version < newest)
      return reject('definitions.version-behind', `${id} is at version ${newest} already.`, { id, version, newest });
    return [{ type: 'DefinitionPublished', data: { id, version, hash, definition, ...(dossier && { dossier }), at } }];
  },
  evolve: (published, { data }) => new Map(published).set(data.version, data.hash),
};
