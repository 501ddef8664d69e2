import { outcomeOf } from './testing/outcome-of.js';
import { stageOf, statusOf } from './state.js';
import { openDesk, pdf } from './testing/desk.js';
import { people } from './testing/small-town.js';

describe('the papers', () => {
  it('are what their names say', async () => {
    const { proposals, as, wish } = openDesk();
    await proposals.draft('c1', wish, as(people.originHead));
    const attach = (name: string, bytes: Buffer) =>
      outcomeOf(proposals.attach('c1', { type: 'opd_proposal', issuedOn: null, file: { name, bytes } }, as(people.originHead)));
    expect(await attach('usul.pdf', Buffer.from('MZ this is a program'))).toBe('mutation.document-not-what-it-says');
    expect(await attach('usul.png', pdf)).toBe('mutation.document-not-what-it-says');
    expect(await attach('usul.docx', Buffer.from('plain'))).toBe('mutation.document-type-refused');
    expect(await attach('usul.pdf', Buffer.alloc(0))).toBe('mutation.document-empty');
    expect(await attach('usul.pdf', Buffer.concat([pdf, Buffer.alloc(10 * 1024 * 1024)]))).toBe('mutation.document-too-large');
    expect(await attach('usul.pdf', pdf)).toBe('done');
  });

  it('are attached by the proposer alone, and not once it was submitted', async () => {
    const { proposals, drafted, as } = openDesk();
    const id = await drafted();
    const attach = (by: string) =>
      outcomeOf(proposals.attach(id, { type: 'opd_proposal', issuedOn: null, file: { name: 'usul.pdf', bytes: pdf } }, as(by)));
    expect(await attach(people.destHead)).toBe('mutation.not-the-proposer');
    await proposals.submit(id, as(people.originHead));
    expect(await attach(people.originHead)).toBe('mutation.not-editable');
  });

  it('are all judged before the verifier approves, and a deficient one means a return', async () => {
    const { proposals, drafted, broughtTo, approve, as, accepted } = openDesk();
    const id = await drafted();
    await broughtTo(id, 'verification');
    expect(await outcomeOf(approve(id, 'verification', people.officer))).toBe('mutation.documents-unjudged');
    await accepted(id);
    const { state } = await proposals.load(id);
    const documentId = state.proposal?.documents[0]?.documentId ?? '';
    expect(await outcomeOf(proposals.judge(id, { documentId, verdict: 'deficient', note: '' }, as(people.officer)))).toBe(
      'mutation.note-missing',
    );
    await proposals.judge(id, { documentId, verdict: 'deficient', note: 'tidak terbaca' }, as(people.officer));
    expect(await outcomeOf(approve(id, 'verification', people.officer))).toBe('mutation.documents-deficient');
  });

  it('come back as round two, with what has changed, to the stage that had returned them', async () => {
    const { proposals, drafted, broughtTo, approve, as, accepted } = openDesk();
    const id = await drafted();
    await broughtTo(id, 'verification');
    const returned = await proposals.decide(
      id,
      { stage: 'verification', verdict: 'return', reason: 'SKP tidak terbaca' },
      as(people.officer),
    );
    expect([statusOf(returned.state), returned.state.workflow.status === 'returned' && returned.state.workflow.round]).toEqual([
      'returned',
      2,
    ]);
    await proposals.attach(
      id,
      { type: 'performance_2y', issuedOn: '2026-02-25', file: { name: 'skp-baru.pdf', bytes: pdf } },
      as(people.originHead),
    );
    await proposals.amend(id, { reason: 'kebutuhan organisasi, diperjelas' }, as(people.originHead));
    const { state } = await proposals.submit(id, as(people.originHead));
    expect(stageOf(state)).toBe('verification');
    const view = await proposals.view(id, people.officer, '2026-03-02T02:00:00.000Z');
    expect(view.changes).toEqual([
      {
        round: 2,
        fields: [
          { field: 'reason', from: 'kebutuhan organisasi', to: 'kebutuhan organisasi, diperjelas' },
          { field: 'document:performance_2y', from: 'performance_2y.pdf', to: 'skp-baru.pdf' },
        ],
      },
    ]);
    await accepted(id);
    expect(await outcomeOf(approve(id, 'verification', people.officer))).toBe('done');
  });

  it('begin again at the first stage where the post was changed, and the old post is free', async () => {
    const { proposals, drafted, broughtTo, as } = openDesk();
    const id = await drafted();
    await broughtTo(id, 'verification');
    await proposals.decide(id, { stage: 'verification', verdict: 'return', reason: 'jabatan keliru' }, as(people.officer));
    await proposals.amend(id, { targetPositionId: 'post-other' }, as(people.originHead));
    const { state } = await proposals.submit(id, as(people.originHead));
    expect(stageOf(state)).toBe('acceptance');
    expect(await proposals.claims.heldOnPost('post-new')).toEqual({});
    expect(await proposals.claims.heldOnPost('post-other')).toEqual({ [id]: 'promised' });
  });
});
