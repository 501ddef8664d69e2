import type { Transactor } from '@app/event-store';
import { v5 } from 'uuid';
import { definitionStream } from './definitions.js';
import type { Loaded } from './read.js';
import { publication } from './publication.js';

const NAMESPACE = v5('alur:definitions', v5.URL);

/**
 * Publishes what was loaded, at every boot; what was published before is left as it is.
 * @param at business time, an ISO instant
 * @throws Rejection `definitions.changed` where a published version reads differently now: the boot has to fail
 */
export const publishDefinitions = async (
  transactor: Transactor,
  tenant: string,
  loaded: readonly Loaded[],
  at: string,
): Promise<void> => {
  for (const { definition, hash, dossier } of loaded) {
    const commandId = v5(`${tenant}:${definition.id}:${definition.version}:${hash}`, NAMESPACE);
    const meta = { actor: 'system:definitions', commandId, correlationId: commandId, causationId: commandId, at, tenant };
    await transactor.transact(
      definitionStream(tenant, definition.id),
      publication,
      { type: 'PublishDefinition', data: { definition, hash, ...(dossier && { dossier }), at } },
      meta,
    );
  }
};
