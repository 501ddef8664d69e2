import { randomUUID } from 'node:crypto';
import { Codec, type CommandMeta, type EventStore, openTransactor } from '@app/event-store';
import { MemoryEventStore } from '@app/event-store/adapters/memory';
import { MemoryKeyVault } from '@app/event-store/adapters/memory-keys';
import type { Definition } from '@app/workflow';
import { MemoryBlobs } from '../adapters/memory-blobs.js';
import { type DecreeContent, DecreePrinter } from '../decree-printer.js';
import { documentTypes } from '../document-types.js';
import { personalFields } from '../personal-fields.js';
import { Proposals } from '../proposals.js';
import { people, SmallTown } from './small-town.js';
import { rotation } from './rotation.js';

class PlainPrinter extends DecreePrinter {
  printed = 0;
  last: DecreeContent | undefined;
  override print(content: DecreeContent): Promise<Buffer> {
    this.printed += 1;
    this.last = content;
    return Promise.resolve(Buffer.from(`%PDF-${content.number} ${this.printed}`));
  }
}

export const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n');

/** Proposals over memory, with a clock turned by hand. */
export const openDesk = (
  store: EventStore = new MemoryEventStore(),
  codec = new Codec(new MemoryKeyVault(), { personalFields }),
  definition: Definition = rotation,
) => {
  const transactor = openTransactor({ store, codec });
  const facts = new SmallTown();
  const printer = new PlainPrinter();
  const proposals = new Proposals({
    transactor,
    facts,
    definitionOf: () => ({ definition, hash: 'hash-of-rotation' }),
    blobs: new MemoryBlobs(),
    printer,
    tenant: 'kepahiang',
    letterhead: {
      unitCode: 'BKPSDM',
      signatoryTitle: 'BUPATI KEPAHIANG',
      place: 'Kepahiang',
      foundingLaws: [],
      copies: ['Arsip.'],
    },
  });
  const clock = { at: '2026-03-02T02:00:00.000Z' };
  const as = (actor: string, more: Partial<CommandMeta> = {}, ifMatch?: string) => {
    const commandId = randomUUID();
    const meta: CommandMeta = {
      actor,
      at: clock.at,
      commandId,
      correlationId: commandId,
      causationId: commandId,
      tenant: 'kepahiang',
      ...more,
    };
    return { meta, ...(ifMatch !== undefined && { ifMatch }) };
  };
  const wish = {
    moveType: 'INTERNAL_ROTATION',
    employeeId: people.sari,
    targetPositionId: 'post-new',
    reason: 'kebutuhan organisasi',
    effectiveDate: null,
  } as const;

  /** A draft with every paper its proposer owes. */
  const drafted = async (
    by: string = people.originHead,
    change: Partial<typeof wish> | Readonly<{ targetPositionId?: string; employeeId?: string }> = {},
  ) => {
    const id = randomUUID();
    await proposals.draft(id, { ...wish, ...change }, as(by));
    const own = by === people.sari;
    const owed = documentTypes.filter(
      ({ neededFor, producedBy, type }) =>
        producedBy === null &&
        (own
          ? (neededFor.includes('internal') && type !== 'opd_proposal') || type === 'own_request_letter'
          : neededFor.includes('internal')),
    );
    for (const { type } of owed)
      await proposals.attach(id, { type, issuedOn: '2026-02-20', file: { name: `${type}.pdf`, bytes: pdf } }, as(by));
    return id;
  };
  const approve = (id: string, stage: string, by: string, reason = 'setuju') =>
    proposals.decide(id, { stage, verdict: 'approve', reason }, as(by));
  const accepted = async (id: string) => {
    const { state } = await proposals.load(id);
    for (const { documentId } of state.proposal?.documents ?? [])
      await proposals.judge(id, { documentId, verdict: 'accepted', note: '' }, as(people.officer));
  };
  /** Through every stage up to (not including) the named one. */
  const broughtTo = async (id: string, stage: string, employee: string = people.sari) => {
    await proposals.submit(id, as(people.originHead));
    const steps: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['acceptance', () => approve(id, 'acceptance', people.destHead)],
      ['consent', () => approve(id, 'consent', employee)],
      ['verification', async () => (await accepted(id), approve(id, 'verification', people.officer))],
      ['hr_review', () => approve(id, 'hr_review', people.hrHead)],
      [
        'tpk',
        async () => {
          for (const member of people.tpk.slice(0, 3)) await approve(id, 'tpk', member);
        },
      ],
      ['forwarding', () => approve(id, 'forwarding', people.secretary)],
      ['decision', () => approve(id, 'decision', people.regent)],
    ];
    for (const [key, step] of steps) {
      if (key === stage) return;
      await step();
    }
  };
  const approved = async () => {
    const id = await drafted();
    await broughtTo(id, 'decree');
    return id;
  };
  return {
    store,
    codec,
    transactor,
    proposals,
    facts,
    printer,
    clock,
    as,
    wish,
    drafted,
    approve,
    accepted,
    broughtTo,
    approved,
  };
};
