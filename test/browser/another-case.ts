import { CaseDriver, ok } from '../support/case-driver.js';
import type { Cast } from '../support/cast.js';
import { eventually } from '../support/eventually.js';

/** Somebody else's case, brought to its approval over HTTP; the employee is silent, so the demo's clock goes on by a fortnight. */
export const anotherCase = async (cast: Cast): Promise<string> => {
  const driver = new CaseDriver(cast);
  const head = await cast.as('kepala.asal');
  const own = await cast.agencyOf('kepala.asal');
  const posts = await cast.vacantPostsOf('kepala.tujuan');
  const people = ok(await head.get(`/employees?unit=${own}&limit=200`)).body.list('items');
  for (const person of people) {
    const id = await driver.drafted(person.text('id'), posts[0]?.text('id') ?? '');
    if ((await head.post(`/proposals/${id}/submission`)).status !== 200) continue;
    await driver.decide('kepala.tujuan', id, 'acceptance', 'approve');
    const clock = ok(await (await cast.as('admin')).get('/demo/clock')).body.text('today');
    const due = new Date(Date.parse(clock) + 14 * 86_400_000).toISOString().slice(0, 10);
    ok(await (await cast.as('admin')).post('/demo/clock', { to: due }));
    const verifier = await cast.as('verifikator');
    await eventually(
      () => verifier.get(`/proposals/${id}`),
      ({ body }) => body.at('stage').value === 'verification',
    );
    await driver.judged(id);
    await driver.decide('verifikator', id, 'verification', 'approve');
    await driver.approvedFromReview(id);
    return id;
  }
  throw new Error('nobody else may be moved');
};
