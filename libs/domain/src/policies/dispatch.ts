import { v5 as uuidV5 } from 'uuid';
import { Rejection } from '@app/decider';
import type { CommandMeta } from '@app/event-store';
import type { DueInstant } from '@app/scheduling';
import type { PolicyDeps } from './deps.js';
import { type DueInstantRow, kindOfWait, type Pending, whatOf } from './due-instants.js';

const ALUR_TIMER = uuidV5('timer', uuidV5.DNS);

type Waits = Readonly<{ one: (key: string) => Promise<DueInstantRow | undefined> }>;
type TimerDeps = Pick<PolicyDeps, 'tenant' | 'clock' | 'offices' | 'cases' | 'otherCases' | 'obligations' | 'reviews'>;

/**
 * What a timer sends when it fires: commands, and nothing else. The decider says whether they still apply.
 *
 * Everything of one wait that has fallen due is sent at one instant, the latest first, so that it becomes one notice.
 */
export const dispatch =
  (deps: TimerDeps, waits: Waits) =>
  async ({ id: key }: DueInstant): Promise<void> => {
    const row = await waits.one(key);
    if (!row) return;
    const at = deps.clock.now();
    const due = row.pending.filter((pending) => pending.at <= at).sort((a, b) => b.at.localeCompare(a.at));
    if (due.length === 0) return;
    // The same firing twice is the same command; a wait that was put off is another.
    const metaOf = (code: string): CommandMeta => {
      const commandId = uuidV5(`${key}/${code}/${row.next_at}`, ALUR_TIMER);
      return { actor: 'system:timer', commandId, correlationId: commandId, causationId: commandId, at, tenant: deps.tenant };
    };
    await send(deps, key, row, due, metaOf);
  };

const send = async (
  deps: TimerDeps,
  key: string,
  { kind, id, stage, round }: DueInstantRow,
  due: readonly Pending[],
  metaOf: (code: string) => CommandMeta,
): Promise<void> => {
  switch (kind) {
    case 'stage': {
      if (stage === null || round === null) return;
      const cases = kindOfWait(key) === 'mutation' ? deps.cases : deps.otherCases;
      // The deadline first: a stage that is left by it needs no reminder.
      const [deadlines, reminders] = [true, false].map((passed) =>
        due.map(({ code: name }) => ({ name, ...whatOf(name) })).filter(({ code }) => (code === 'deadline') === passed),
      );
      for (const { name, code: _, ...wait } of deadlines ?? [])
        await unlessRefused(cases.passDeadline(id, { stage, round, ...wait }, { meta: metaOf(name) }));
      for (const { name, ...what } of reminders ?? [])
        await unlessRefused(cases.remind(id, { stage, round, ...what }, { meta: metaOf(name) }));
      return;
    }
    case 'effect':
      await unlessRefused(deps.cases.takeEffect(id, { meta: metaOf('take-effect') }));
      return;
    case 'obligation': {
      const state = await deps.obligations.load(deps.tenant, id);
      if (state.status !== 'open') return;
      const meta = metaOf('remind');
      const [owner, superior] = await Promise.all([
        holders(deps, state.obligation.owner),
        holders(deps, state.obligation.superior),
      ]);
      await deps.obligations.execute(id, { type: 'RemindObligation', data: { people: { owner, superior }, at: meta.at } }, meta);
      return;
    }
    case 'review': {
      const meta = metaOf('remind');
      await deps.reviews.execute(
        id,
        { type: 'RemindReview', data: { people: await holders(deps, 'auditor'), at: meta.at } },
        meta,
      );
      return;
    }
  }
};

const holders = async ({ offices, clock }: TimerDeps, office: string): Promise<readonly string[]> => [
  ...new Set((await offices.holdersOf(office, clock.today())).map(({ person }) => person)),
];

/** A refusal says that it is not due any more, or not yet: the read model lags behind the case. It will be looked at again. */
const unlessRefused = async (sent: Promise<unknown>): Promise<void> => {
  try {
    await sent;
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
  }
};
