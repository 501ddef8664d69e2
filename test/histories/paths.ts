/** The paths a case can take, as they are lived for recording. To record a new one, add it here; see `replay.spec.ts`. */
import type { openDesk } from '../../libs/domain/src/mutation/testing/desk.js';
import { people } from '../../libs/domain/src/mutation/testing/small-town.js';

type Desk = ReturnType<typeof openDesk>;
type Path = (desk: Desk) => Promise<string>;

const timer = 'system:timer';

const approvedAndMoved: Path = async ({ proposals, approved, as, clock }) => {
  const id = await approved();
  await proposals.decree(id, { date: '2026-03-02', effectiveDate: '2026-04-01' }, as(people.hrHead));
  clock.at = '2026-03-31T17:00:00.000Z';
  await proposals.takeEffect(id, as(timer));
  await proposals.complete(id, as('system:obligations'));
  return id;
};

const rescinded: Path = async ({ proposals, approved, as }) => {
  const id = await approved();
  await proposals.decree(id, { date: '2026-03-02', effectiveDate: '2026-04-01' }, as(people.hrHead));
  await proposals.rescind(id, { reason: 'keliru jabatan' }, as(people.regent));
  return id;
};

const rejected: Path = async ({ proposals, drafted, broughtTo, as }) => {
  const id = await drafted();
  await broughtTo(id, 'decision');
  await proposals.decide(id, { stage: 'decision', verdict: 'reject', reason: 'belum waktunya' }, as(people.regent));
  return id;
};

const returnedAndRepaired: Path = async ({ proposals, drafted, broughtTo, as, wish, clock, approve, accepted }) => {
  const id = await drafted();
  await broughtTo(id, 'verification');
  await proposals.decide(id, { stage: 'verification', verdict: 'return', reason: 'alasan kurang jelas' }, as(people.officer));
  clock.at = '2026-03-17T01:00:00.000Z';
  await proposals.remind(id, { stage: 'submission', round: 2, code: 'after-1' }, as(timer));
  await proposals.passDeadline(id, { stage: 'submission', round: 2 }, as(timer));
  await proposals.amend(id, { reason: `${wish.reason}, dua pegawai pensiun` }, as(people.originHead));
  await proposals.submit(id, as(people.originHead));
  await accepted(id);
  await approve(id, 'verification', people.officer);
  return id;
};

const returnedAndChanged: Path = async ({ proposals, drafted, broughtTo, as }) => {
  const id = await drafted();
  await broughtTo(id, 'verification');
  await proposals.decide(id, { stage: 'verification', verdict: 'return', reason: 'jabatan sudah terisi' }, as(people.officer));
  await proposals.amend(id, { targetPositionId: 'post-other' }, as(people.originHead));
  await proposals.submit(id, as(people.originHead));
  return id;
};

const withdrawn: Path = async ({ proposals, drafted, broughtTo, as }) => {
  const id = await drafted();
  await broughtTo(id, 'hr_review');
  await proposals.comment(id, 'pegawai membatalkan niatnya', as(people.originHead));
  await proposals.withdraw(id, { reason: 'dibatalkan' }, as(people.originHead));
  return id;
};

const cancelled: Path = async ({ proposals, drafted, broughtTo, as }) => {
  const id = await drafted();
  await broughtTo(id, 'tpk');
  await proposals.cancel(id, { reason: 'pegawai pensiun' }, as('system:retirement'));
  return id;
};

const silentConsent: Path = async ({ proposals, drafted, broughtTo, as, clock }) => {
  const id = await drafted();
  await broughtTo(id, 'consent');
  clock.at = '2026-03-06T01:00:00.000Z';
  await proposals.remind(id, { stage: 'consent', round: 1, code: 'before-1' }, as(timer));
  clock.at = '2026-03-09T17:00:00.000Z';
  await proposals.passDeadline(id, { stage: 'consent', round: 1 }, as(timer));
  return id;
};

const panelDivided: Path = async ({ proposals, drafted, broughtTo, as, approve, clock }) => {
  const id = await drafted();
  await broughtTo(id, 'tpk');
  const [one, two, three, four] = people.tpk;
  await approve(id, 'tpk', one);
  await proposals.decide(id, { stage: 'tpk', verdict: 'reject', reason: 'kinerja belum cukup' }, as(two));
  await approve(id, 'tpk', three);
  await proposals.decide(id, { stage: 'tpk', verdict: 'reject', reason: 'sependapat dengan anggota kedua' }, as(four));
  clock.at = '2026-03-09T17:00:00.000Z';
  await proposals.passDeadline(id, { stage: 'tpk', round: 1 }, as(timer));
  return id;
};

const ownRequest: Path = async ({ proposals, drafted, as, approve }) => {
  const id = await drafted(people.sari);
  await proposals.submit(id, as(people.sari));
  await approve(id, 'release', people.originHead);
  await approve(id, 'acceptance', people.destHead);
  return id;
};

/** By the name of the file each is recorded in. */
export const paths: Readonly<Record<string, Path>> = {
  'approved-and-moved': approvedAndMoved,
  rescinded,
  rejected,
  'returned-and-repaired': returnedAndRepaired,
  'returned-and-changed': returnedAndChanged,
  withdrawn,
  cancelled,
  'silent-consent': silentConsent,
  'panel-divided': panelDivided,
  'own-request': ownRequest,
};
