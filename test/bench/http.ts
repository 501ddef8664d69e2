import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Cast } from '../support/cast.js';
import { levelled } from './http-level.js';
import { onFreshDatabase } from './decisions.js';
import { deciders, type OpenCase, openCases, type Settings } from './http-cases.js';
import { closedLoop, inOrder, type Measured, together } from './load.js';

/**
 * Who does what is not asked for. `api`: the api makes the read models as well, and nobody reacts. `worker`: a worker beside
 * it makes the read models and reacts to everything (reviews, notices, reminders), as in the server profile.
 */
export type Setup = 'api' | 'worker';

/**
 * `bare`: the framework's own `ValidationPipe`; `bareOwn`: Alur's pipe, which costs less.
 * `workerMicros` is the CPU time of the process beside the api for each decision, until it was level again.
 */
export type HttpRound = Readonly<{
  bare: Measured;
  bareOwn: Measured;
  decisions: Measured;
  levelAfterMs: number;
  workerMicros: number;
}>;

const producers = 64;
/** Requests of either before they are measured: code, pages, connections. Compiling takes its time. */
const warming = 10_000;
const slices = 3;
const reason = 'Memenuhi syarat jabatan, rekam jejak kinerja dua tahun terakhir baik, dan formasi pada unit tujuan masih kosong.';
const bodyFor = (stage: string) => JSON.stringify({ stage, verdict: 'approve', reason });

/**
 * Decisions over HTTP with authentication, validation, authority and projections running, beside a POST of the same request
 * that the same framework validates and does nothing with. Both answer in few words (`Prefer: return=minimal`).
 */
export const measureHttp = (server: string, count: number, setup: Setup): Promise<HttpRound> =>
  onFreshDatabase(server, async (connectionString) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'alur-bench-http-'));
    const settings = {
      DATABASE_URL: connectionString,
      DATA_DIR: dataDir,
      ALUR_MASTER_KEY: randomBytes(32).toString('hex'),
      DEMO: 'small',
      LOG_LEVEL: 'warn',
      PORT: '0',
    };
    const running: Program[] = [];
    const run = async (program: string, given: Settings, ...args: string[]): Promise<Program> => {
      const started = await start(program, given, args);
      running.push(started);
      return started;
    };
    try {
      // The one that is there first makes the read models.
      const worker = setup === 'worker' ? await run('../../apps/worker/src/main.js', settings) : undefined;
      const alur = await run('../../apps/api/src/main.js', settings);
      const bares = [await run('./bare.js', {}), await run('./bare.js', {}, 'own')] as const;
      const cast = new Cast(alur.url);
      const cases = await openCases(settings, await partiesOf(cast), count + warming);
      const tokens = new Map(await Promise.all(deciders.map(async (name) => [name, (await cast.as(name)).token ?? ''] as const)));
      const decide = (some: readonly OpenCase[]) =>
        measured((send) =>
          some.map(({ id, steps }) =>
            steps.map(({ stage, account }) => {
              const [url, token, body] = [`${alur.url}/api/proposals/${id}/decisions`, tokens.get(account) ?? '', bodyFor(stage)];
              return () => send(url, token, body);
            }),
          ),
        );
      const postBare = ({ url }: Program, times: number) =>
        measured((send) => Array.from({ length: times }, () => [() => send(`${url}/api/bare`, 'none', bodyFor('acceptance'))]));
      // Whoever decides has opened the page before.
      await opened(
        cases.map(({ id }) => `${alur.url}/api/proposals/${id}`),
        tokens.get('kepala.bkpsdm') ?? '',
      );
      const warm = Math.ceil((cases.length * warming) / (count + warming));
      await decide(cases.slice(0, warm));
      for (const bare of bares) await postBare(bare, warming);
      await levelled(connectionString, setup);

      const cold = cases.slice(warm);
      const size = Math.ceil(cold.length / slices);
      const [bareSlices, ownSlices, slicesDecided]: [Measured[], Measured[], Measured[]] = [[], [], []];
      const workerBefore = cpuTicksOf(worker?.child.pid);
      let levelAfterMs = 0;
      for (let from = 0; from < cold.length; from += size) {
        const times = Math.ceil((4 * count) / slices);
        bareSlices.push(await withCpu(bares[0].child, () => postBare(bares[0], times)));
        ownSlices.push(await withCpu(bares[1].child, () => postBare(bares[1], times)));
        slicesDecided.push(await withCpu(alur.child, () => decide(cold.slice(from, from + size))));
        const ended = performance.now();
        await levelled(connectionString, setup);
        levelAfterMs = Math.max(levelAfterMs, performance.now() - ended);
      }
      const decisions = together(slicesDecided);
      const workerMicros = ((cpuTicksOf(worker?.child.pid) - workerBefore) * 10_000) / decisions.done;
      return { bare: together(bareSlices), bareOwn: together(ownSlices), decisions, levelAfterMs, workerMicros };
    } finally {
      for (const { child } of running.reverse()) await stop(child);
      rmSync(dataDir, { recursive: true, force: true });
    }
  });

const partiesOf = async (cast: Cast) => {
  const head = await cast.as('kepala.asal');
  const posts = await head.get(`/positions?vacant=true&agency=${await cast.agencyOf('kepala.tujuan')}`);
  return {
    proposer: await cast.idOf('kepala.asal'),
    employee: await cast.idOf('asn'),
    target: posts.body.text('items', 0, 'id'),
    people: Object.fromEntries(await Promise.all(deciders.map(async (name) => [name, await cast.idOf(name)] as const))),
  };
};

type Send = (url: string, token: string, body: string) => Promise<void>;

const measured = async (work: (send: Send) => readonly (readonly (() => Promise<void>)[])[]): Promise<Measured> => {
  const agent = new Agent({ keepAlive: true, maxSockets: producers });
  const done = await inOrder(
    producers,
    work((url, token, body) => post(agent, url, token, body)),
  );
  agent.destroy();
  return done;
};

const post = (agent: Agent, url: string, token: string, body: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      authorization: `Bearer ${token}`,
      prefer: 'return=minimal',
    };
    const sent = request(url, { agent, method: 'POST', headers }, (response) => {
      response.resume();
      response.once('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`answered ${response.statusCode}`)),
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });

type Program = Readonly<{ child: ChildProcess; url: string }>;

/** A process of its own, started as the image starts it. */
const start = async (program: string, settings: Settings, args: readonly string[]): Promise<Program> => {
  const file = fileURLToPath(new URL(program, import.meta.url));
  const child = spawn(process.execPath, ['--max-semi-space-size=64', file, ...args], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /^ready: (\S+)/.exec(line)?.[1];
    if (url === undefined) continue;
    child.stdout.resume();
    return { child, url: url.replace('localhost', '127.0.0.1') };
  }
  throw new Error(`${program} did not start`);
};

const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

const opened = async (addresses: readonly string[], token: string): Promise<void> => {
  let next = 0;
  const headers = { authorization: `Bearer ${token}` };
  await closedLoop(16, () => {
    const address = addresses[next++];
    return address === undefined ? undefined : async () => (await fetch(address, { headers })).text();
  });
};

/** The same, with the CPU time of the process that answered, where the system tells it. */
const withCpu = async ({ pid }: ChildProcess, work: () => Promise<Measured>): Promise<Measured> => {
  const before = cpuTicksOf(pid);
  const measured = await work();
  return { ...measured, cpuMicros: ((cpuTicksOf(pid) - before) * 10_000) / measured.done };
};

/** Hundredths of a second, user and system (proc(5)). */
const cpuTicksOf = (pid: number | undefined): number => {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return Number.NaN;
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
};
