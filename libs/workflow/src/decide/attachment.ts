import type { Decision } from '@app/decider';
import type { CommandData } from '../commands.js';
import type { WorkflowEvent } from '../events.js';
import { whyNotAttach } from '../guards/attachment.js';
import { reject } from '../refusals.js';
import type { WorkflowState } from '../state.js';

/** A file is put beside the case, any time before its end. Who may is the rim's to say, as with comments; the bytes are kept there. */
export const attach = (data: CommandData<'Attach'>, state: WorkflowState): Decision<WorkflowEvent> => {
  if (state.status === 'absent') return reject('workflow.absent', 'There is no such case.');
  const { id, name, sha256, size, mime, by, at } = data;
  const known = state.attachments.find((each) => each.id === id);
  if (known) return known.sha256 === sha256 ? [] : reject('workflow.attachment-exists', 'Another file has that id.', { id });
  const refused = whyNotAttach(state);
  if (refused) return refused;
  const wrong = id.trim() === '' || name.trim() === '' || mime.trim() === '' || !/^[0-9a-f]{64}$/.test(sha256) || !(size > 0);
  if (wrong) return reject('workflow.attachment-invalid', 'A file has a name, a kind, a size and a SHA-256.', { id });
  return [{ type: 'AttachmentAdded', data: { id, name, sha256, size, mime, by, at } }];
};
