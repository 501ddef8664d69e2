import { Rejection } from '@app/decider';
import type { PublicationCommand } from '@app/domain/definitions';
import { v7 as uuidv7 } from 'uuid';
import { openDomain } from '../../worker/src/domain.js';
import type { Foundation } from '../../worker/src/foundation.js';
import { lineOf, readDocument } from './definition-source.js';
import { personOfNip } from './person-of-nip.js';

type People = Readonly<{ author: string; reviewer: string; note: string }>;

/**
 * Drafts, reviews and publishes in the names of two people, as they would over HTTP; the events say that the operator did it.
 * @throws Error in words for an operator: what is wrong with the document, or which rule refuses
 */
export const publishByTwo = async (alur: Foundation, document: string | object, people: People): Promise<string> => {
  const { definitions, directory } = await openDomain(alur);
  const loaded = readDocument(alur.reader, document);
  if (!('hash' in loaded)) throw new Error(loaded.map(lineOf).join('\n'));
  const { definition, dossier, hash } = loaded;
  const { id, version } = definition;
  const [author, reviewer] = [await personOfNip(alur, people.author), await personOfNip(alur, people.reviewer)];
  const held = await directory.officesOf(reviewer, alur.clock.today());
  if (!held.some(({ role }) => role === 'ADMIN' || role === 'HR_HEAD'))
    throw new Error(`${people.reviewer} is neither head of HR nor an administrator.`);

  const at = alur.clock.now();
  const commands: readonly PublicationCommand[] = [
    { type: 'DraftDefinition', data: { definition, hash, ...(dossier && { dossier }), by: author, at } },
    { type: 'ReviewDraft', data: { id, hash, verdict: 'accept', note: people.note, by: reviewer, at } },
    { type: 'PublishDraft', data: { id, hash, by: reviewer, at } },
  ];
  for (const command of commands) {
    const commandId = uuidv7();
    const meta = { actor: 'system:operator', commandId, correlationId: commandId, causationId: commandId, at };
    await definitions.execute(id, command, { ...meta, tenant: alur.config.tenant, subject: reviewer }).catch((error: unknown) => {
      throw error instanceof Rejection ? new Error(`${error.message} (${error.code})`) : error;
    });
  }
  return `${id} version ${version} is in force.`;
};
