import { openTown, people, refusal, rotation } from './town.js';

/** Sent back twice; a definition of three rounds allows no third time. */
const sentBackTwice = async () => {
  const town = await openTown({ ...rotation, rounds: 3 });
  const id = await town.drafted();
  const sendBack = () =>
    town.decide(id, 'acceptance', people.destHead, { verdict: 'return', to: 'submission', reason: 'berkas belum lengkap' });
  await town.proposals.submit(id, town.as(people.originHead));
  for (const reason of ['dua pegawai pensiun', 'tiga pegawai pensiun']) {
    await sendBack();
    await town.proposals.amend(id, { reason }, town.as(people.originHead));
    await town.proposals.submit(id, town.as(people.originHead));
  }
  return { town, id, sendBack };
};

describe('capped, numbered rounds of revision', () => {
  it('each rest on a snapshot of their own', async () => {
    const { town } = await sentBackTwice();
    const rounds = (await town.typesOf('CaseSubmitted')).map(({ data }) => data as { round: number; dossierHash: string });
    expect(rounds.map(({ round }) => round)).toEqual([1, 2, 3]);
    expect(new Set(rounds.map(({ dossierHash }) => dossierHash)).size).toBe(3);
  });

  it('say what each brought that the one before had not', async () => {
    const { town, id } = await sentBackTwice();
    expect((await town.proposals.view(id, people.destHead, town.clock.at)).changes).toMatchObject([
      { round: 2, fields: [{ field: 'reason', from: town.wish.reason, to: 'dua pegawai pensiun' }] },
      { round: 3, fields: [{ field: 'reason', from: 'dua pegawai pensiun', to: 'tiga pegawai pensiun' }] },
    ]);
  });

  it('come to an end: in the last it is decided, and the page says so', async () => {
    const { town, id, sendBack } = await sentBackTwice();
    expect(await refusal(sendBack())).toMatchObject({ code: 'workflow.rounds-exhausted', facts: { rounds: 3 } });
    const { actions } = await town.proposals.view(id, people.destHead, town.clock.at);
    expect(actions.find(({ verb }) => verb === 'return')?.refusal?.code).toBe('workflow.rounds-exhausted');
    expect(actions.find(({ verb }) => verb === 'reject')?.refusal).toBeNull();
    await town.decide(id, 'acceptance', people.destHead);
    expect(await town.stateOf(id)).toMatchObject({ status: 'open', round: 3, open: [{ stage: 'consent' }] });
  });
});
