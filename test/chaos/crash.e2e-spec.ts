import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AlurProcess, alurCommand } from '../support/alur-process.js';
import { type Answer, HttpClient } from '../support/http-client.js';
import { submitProposals } from '../support/proposals.js';

type Sent = Readonly<{ case: string; what: 'decision' | 'comment'; mark: string; acknowledged: boolean }>;

const commands = 200;
const casesPerCrash = 4;
const acknowledgedBeforeTheCrash = 60;

/** Sends everything at once, and kills Alur while most of it is still under way. */
const crashAmid = async (alur: AlurProcess, cases: readonly string[], round: string, database: boolean) => {
  const dest = await HttpClient.anonymous(alur.url).signIn('kepala.tujuan');
  const sent: Promise<Sent>[] = [];
  let acknowledged = 0;
  let position = 0n;
  let crash: Promise<void> | undefined;
  const send = async (id: string, what: Sent['what'], mark: string, request: () => Promise<Answer>): Promise<Sent> => {
    const answer = await request().catch(() => undefined);
    if (answer && answer.status < 300) {
      acknowledged += 1;
      const written = BigInt(answer.headers.get('x-position') ?? 0);
      if (written > position) position = written;
    }
    if (acknowledged >= acknowledgedBeforeTheCrash) crash ??= alur.crash({ database });
    return { case: id, what, mark, acknowledged: answer !== undefined && answer.status < 300 };
  };
  for (let n = 0; n < commands; n += 1) {
    const id = cases[n % cases.length] ?? '';
    const mark = `${round}-${n}`;
    const decides = n < cases.length;
    const body = decides ? { stage: 'acceptance', verdict: 'approve', reason: mark } : { text: mark };
    sent.push(
      send(id, decides ? 'decision' : 'comment', mark, () =>
        dest.post(`/proposals/${id}/${decides ? 'decisions' : 'comments'}`, body, { 'idempotency-key': mark }),
      ),
    );
  }
  const results = await Promise.all(sent);
  await (crash ?? alur.crash({ database }));
  return { sent: results, position: String(position) };
};

/** How often each marked reason or comment stands in the timelines of the cases. */
const recordedMarks = async (url: string, cases: readonly string[], round: string, position: string) => {
  const reader = await HttpClient.anonymous(url).signIn('verifikator');
  const marks = new Map<string, number>();
  const unfinished: string[] = [];
  for (const id of cases) {
    const events = (await reader.get(`/proposals/${id}/timeline?limit=200&after=${position}`)).body.list('items');
    const types = events.map((event) => event.text('type'));
    for (const event of events) {
      const mark = event.at('text').value ?? event.at('reason').value;
      if (typeof mark === 'string' && mark.startsWith(round)) marks.set(mark, (marks.get(mark) ?? 0) + 1);
    }
    // A decision of one actor closes its stage and opens the next in the same append: all three or none.
    const decided = events.filter((event) => event.text('type') === 'DecisionMade').length;
    if (types.filter((type) => type === 'StageClosed').length !== decided) unfinished.push(id);
  }
  return { marks, unfinished };
};

describe('kill -9 amid 200 concurrent decisions and comments', () => {
  let dataDir: string;
  let alur: AlurProcess;

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'alur-crash-'));
    alur = await AlurProcess.start(dataDir);
  }, 120_000);
  afterAll(async () => {
    await alur.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }, 30_000);

  it.each([
    ['its PostgreSQL survives', false],
    ['its PostgreSQL is killed too', true],
  ])(
    'keeps every acknowledged command, and nothing by halves, when %s',
    async (round, database) => {
      const anonymous = HttpClient.anonymous(alur.url);
      const agency = (await (await anonymous.signIn('kepala.tujuan')).get('/me')).body.text('offices', 0, 'unit', 'id');
      const cases = await submitProposals(await anonymous.signIn('kepala.asal'), agency, casesPerCrash);
      expect(cases).toHaveLength(casesPerCrash);

      const { sent, position } = await crashAmid(alur, cases, round, database);
      expect(sent.filter(({ acknowledged }) => acknowledged).length).toBeGreaterThanOrEqual(acknowledgedBeforeTheCrash);

      alur = await AlurProcess.start(dataDir);
      const { marks, unfinished } = await recordedMarks(alur.url, cases, round, position);
      const lost = sent.filter(({ acknowledged, mark }) => acknowledged && marks.get(mark) !== 1);
      expect(lost).toEqual([]);
      expect([...marks].filter(([, times]) => times > 1)).toEqual([]);
      expect(unfinished).toEqual([]);

      const { code, output } = await alurCommand(dataDir, 'verify', '--read-models');
      expect(output).toContain('every read model equals a rebuild');
      expect(code).toBe(0);
    },
    180_000,
  );
});
