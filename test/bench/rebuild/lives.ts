import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message } from '@app/decider';

/** What happens next, and to which stream; `subject` is whose key its personal fields are sealed under. */
export type Happening = Readonly<{ stream: string; subject: string; event: Message }>;

type Stored = Readonly<{ type: string; data: Readonly<Record<string, unknown>> }>;

const tenant = 'kepahiang';
const atOnce = 200;
/** So that nothing of it falls due while it is measured. */
const nextYear = new Date().getUTCFullYear() + 1;

/** Recorded lives of cases (`test/histories`), as texts in which the person can be replaced. */
const templates = (): readonly (readonly Readonly<{ type: string; text: string }>[])[] => {
  const folder = join(process.cwd(), 'test/histories');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { events: readonly Stored[] }).events) // written by `replay.spec`
    .map((events) => events.map(({ type, data }) => ({ type, text: JSON.stringify(data).replaceAll('2026-', `${nextYear}-`) })));
};

/**
 * An endless year of an agency: some two hundred cases under way at once, each with its notices and reviews.
 * @param people the employees it happens to
 */
export function* lives(people: readonly string[]): Generator<Happening> {
  const all = templates();
  const pick = <T>(from: readonly T[]): T => from[randomBytes(4).readUInt32LE() % from.length] as T; // there is one at every index below the length
  const begin = () => oneLife(pick(all), pick(people));
  const running = Array.from({ length: atOnce }, begin);
  for (;;) {
    const n = randomBytes(1).readUInt8() % atOnce;
    const next = running[n]?.next();
    if (!next || next.done) running[n] = begin();
    else yield next.value;
  }
}

function* oneLife(events: readonly Readonly<{ type: string; text: string }>[], subject: string): Generator<Happening> {
  const caseId = randomUUID();
  for (const { type, text } of events) {
    const data = JSON.parse(text.replaceAll('"sari"', JSON.stringify(subject))) as Record<string, unknown>; // an event's data
    yield { stream: `${tenant}.mutation-${caseId}`, subject, event: { type, data } };
    if (type === 'StageOpened') yield* notice(caseId, subject, data);
    if (type === 'DecisionMade') yield* review(caseId, subject, data);
  }
}

function* notice(caseId: string, subject: string, { stage, at }: Readonly<Record<string, unknown>>): Generator<Happening> {
  const id = randomUUID();
  const stream = `${tenant}.notice-${id}`;
  const data = {
    id,
    person: subject,
    code: 'case.waits-for-you',
    facts: { stage, case: caseId },
    link: `/proposals/${caseId}`,
    cause: randomUUID(),
    at,
  };
  yield { stream, subject, event: { type: 'NoticeRaised', data } };
  if (caseId < '8') yield { stream, subject, event: { type: 'NoticeRead', data: { id, at } } };
}

function* review(
  caseId: string,
  subject: string,
  { stage, round, verdict, at }: Readonly<Record<string, unknown>>,
): Generator<Happening> {
  const id = randomUUID();
  const stream = `${tenant}.review-${id}`;
  const due = {
    dueOn: `${nextYear}-03-16`,
    dueAt: `${nextYear}-03-16T09:00:00.000Z`,
    reminders: [{ code: 'review-before', at: `${nextYear}-03-13T02:00:00.000Z` }],
  };
  const decided = {
    decision: randomUUID(),
    stage,
    round,
    verdict,
    decidedBy: randomUUID(),
    office: 'hr-officer',
    agency: null,
    decidedAt: at,
  };
  yield { stream, subject, event: { type: 'ReviewOpened', data: { id, caseId, subject, ...decided, ...due, at } } };
  if (caseId < 'c')
    yield {
      stream,
      subject,
      event: { type: 'ReviewClosed', data: { id, outcome: 'clean', note: 'Sesuai ketentuan.', by: randomUUID(), at } },
    };
}
