import { randomUUID } from 'node:crypto';
import type { Decider, Message } from '@app/decider';
import { Codec, openTransactor } from '@app/event-store';
import { MemoryEventStore } from '@app/event-store/adapters/memory';
import { MemoryKeyVault } from '@app/event-store/adapters/memory-keys';
import { readModelsOf, tracesOf } from './forgetting-traces.js';
import { personalFields } from './personal-fields.js';

const at = '2026-11-24T02:00:00Z';
const sure: Decider<Message, Message, null> = { initial: null, decide: (command) => [command], evolve: () => null };

/** A log in which anything may stand. */
const openLog = () => {
  const store = new MemoryEventStore();
  const vault = new MemoryKeyVault();
  const transactor = openTransactor({ store, codec: new Codec(vault, { personalFields }) });
  const write = async (stream: string, type: string, data: object, subject?: string) => {
    const commandId = randomUUID();
    const meta = { actor: 'system:test', commandId, correlationId: commandId, causationId: commandId, at, tenant: 'kepahiang' };
    await transactor.transact(`kepahiang.${stream}`, sure, { type, data }, { ...meta, ...(subject && { subject }) });
  };
  return { store, vault, write };
};

describe('the traces of a person', () => {
  it('are what is encrypted for him, whether or not his key is still there', async () => {
    const { store, vault, write } = openLog();
    await write('person-ana', 'PersonRegistered', { id: 'ana', personal: { name: 'Ana' } }, 'ana');
    await write('person-budi', 'PersonRegistered', { id: 'budi', personal: { name: 'Budi' } }, 'budi');
    await write('case-1', 'CommentAdded', { text: 'tentang Ana' }, 'ana');
    await write('case-1', 'CommentAdded', { text: 'sekali lagi' }, 'ana');
    await write(
      'case-2',
      'DecisionMade',
      { reason: 'x', lineReasons: { a: 'ya', b: 'tidak' }, lineSubjects: { a: 'ana', b: 'budi' } },
      'budi',
    );
    const before = await tracesOf(store, 'ana');
    expect([...before.types]).toEqual([
      ['PersonRegistered', 1],
      ['CommentAdded', 2],
      ['DecisionMade', 1],
    ]);
    expect([...before.streams.keys()]).toEqual(['kepahiang.person-ana', 'kepahiang.case-1', 'kepahiang.case-2']);
    expect([...before.cases]).toEqual(['kepahiang.case-1', 'kepahiang.case-2']);
    await vault.forget('ana');
    expect(await tracesOf(store, 'ana')).toEqual(before);
  });

  it('are the papers of his own cases, but none that another case has as well, or that are of many people', async () => {
    const { store, write } = openLog();
    const attached = (name: string, sha256: string) => ['DocumentAttached', { name, sha256 }, 'ana'] as const;
    await write('mutation-1', 'CaseStarted', { subject: 'ana' });
    await write('mutation-1', ...attached('a', 'only-his'));
    await write('mutation-1', ...attached('b', 'of-both'));
    await write('mutation-1', 'DecreePrinted', { sha256: 'his-decree' });
    await write('mutation-2', 'CaseStarted', { subject: 'budi' });
    await write('mutation-2', 'DocumentAttached', { name: 'c', sha256: 'of-both' }, 'budi');
    await write('case-3', 'CaseStarted', { subject: 'ana' });
    const lines = ['ana', 'cici'].map((subject) => ({ key: subject, subject }));
    await write('case-3', 'DossierRecorded', { plain: {}, lines }, 'ana');
    await write('case-3', 'AttachmentAdded', { name: 'd', sha256: 'of-many' }, 'ana');
    const { files, named, cases } = await tracesOf(store, 'ana');
    expect([...files]).toEqual(['only-his', 'his-decree']);
    expect([...named].sort()).toEqual(['his-decree', 'of-both', 'of-many', 'only-his']);
    expect([...cases].sort()).toEqual(['kepahiang.case-3', 'kepahiang.mutation-1']);
    expect([...(await tracesOf(store, 'cici')).cases]).toEqual(['kepahiang.case-3']);
  });

  it('go into the read models that take such events, and into no other', () => {
    expect(readModelsOf(['PersonRegistered'])).toEqual(['staffing_people']);
    expect(readModelsOf(['ReviewClosed'])).toContain('audit_reviews');
    expect(readModelsOf(['DocumentAttached'])).toContain('mutation_documents');
    expect(readModelsOf([])).toEqual([]);
  });
});
