import { ok } from '../support/case-driver.js';
import { Cast } from '../support/cast.js';
import { type RunningAlur, startTestAlur } from '../support/running-alur.js';

const most = 500;
const undecidable = 10;
const dossier = {
  type: 'current_year',
  from: '2027-03-01',
  until: '2027-03-03',
  reason: 'pulang kampung',
  address: 'Jalan Merdeka 1, Curup',
  phone: '0812 3456 789',
};

/** As many cases as may be decided in one go. Bounded in time; the seconds are printed. */
describe('five hundred cases decided in one go', () => {
  let alur: RunningAlur;
  let cast: Cast;
  const ids: string[] = [];

  beforeAll(async () => {
    alur = await startTestAlur();
    cast = new Cast(alur.url);
    const employee = await cast.as('asn');
    const one = async (index: number): Promise<string> => {
      const id = ok(await employee.post('/cases', { definition: 'leave', dossier }), 201).body.text('id');
      ok(await employee.post(`/cases/${id}/submission`));
      if (index < undecidable) ok(await employee.post(`/cases/${id}/withdrawal`, { reason: 'tidak jadi' }));
      return id;
    };
    for (let from = 0; from < most; from += 10)
      ids.push(...(await Promise.all(Array.from({ length: 10 }, (_, index) => one(from + index)))));
  }, 240_000);
  afterAll(async () => alur?.close(), 30_000);

  const timed = async <T>(what: string, doing: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    const done = await doing();
    process.stderr.write(`${what}: ${((performance.now() - from) / 1000).toFixed(1)} s\n`);
    return done;
  };

  it('says beforehand which can’t be and why, then the result of each, and the same again when it is repeated', async () => {
    const head = await cast.as('kepala.asal');
    const preview = await timed('preview of 500', () => head.post('/decisions/preview', { ids, verdict: 'approve' }));
    const { body } = ok(preview);
    expect([body.number('can'), body.number('cannot')]).toEqual([most - undecidable, undecidable]);
    const refused = body.list('items').filter((item) => item.at('allowed').value === false);
    expect(refused.map((item) => item.text('id'))).toEqual(ids.slice(0, undecidable));
    expect(refused.every((item) => item.text('detail').length > 10)).toBe(true);

    const send = () =>
      head.send('POST', '/decisions', {
        headers: { 'idempotency-key': 'five-hundred' },
        body: { items: ids.map((id) => ({ id, stage: 'decision' })), verdict: 'approve', reason: 'setuju' },
      });
    const first = ok(await timed('decision of 500', send)).body;
    expect([first.number('decided'), first.number('refused')]).toEqual([most - undecidable, undecidable]);
    expect(first.list('items').map((item) => item.text('id'))).toEqual(ids);
    expect(new Set(first.list('items').map((item) => item.at('status').value ?? item.at('code').value))).toEqual(
      new Set(['workflow.closed', 'approved']),
    );
    const again = ok(await timed('the same 500 again', send)).body;
    expect(again.number('decided')).toBe(most - undecidable);
    const entries = ok(await head.get(`/cases/${ids.at(-1)}/timeline`)).body.list('items');
    expect(entries.filter((entry) => entry.text('type') === 'DecisionMade')).toHaveLength(1);
  }, 120_000);
});
