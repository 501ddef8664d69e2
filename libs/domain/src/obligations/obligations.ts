import { v5 as uuidV5 } from 'uuid';
import type { CommandMeta, Outcome, Transactor } from '@app/event-store';
import type { Calendar, Day } from '@app/workflow';
import type { ObligationEvent, ObligationKind } from './events.js';
import { type Concerned, kinds } from './kinds.js';
import { obligation, type ObligationCommand, type ObligationState } from './obligation.js';
import { dueAfter } from './schedule.js';

const ALUR_OBLIGATION = uuidV5('obligation', uuidV5.DNS);

/** Derived, so that opening twice is opening once. */
export const obligationId = (caseId: string, code: string): string => uuidV5(`${caseId}/${code}`, ALUR_OBLIGATION);

export const obligationStream = (tenant: string, id: string): string => `${tenant}.obligation-${id}`;

/** All that a case brings with it, as commands: what is owed when the person changes post on `since`. */
export const owedAfter = (
  caseId: string,
  concerned: Concerned,
  since: Day,
  calendar: Calendar,
  at: string,
): readonly Extract<ObligationCommand, { type: 'OpenObligation' }>[] =>
  (['evaluation', 'training'] as const satisfies readonly ObligationKind[]).flatMap((kind) =>
    kinds[kind].steps.map(({ code, months }) => ({
      type: 'OpenObligation' as const,
      data: {
        id: obligationId(caseId, code),
        kind,
        code,
        caseId,
        subject: concerned.employeeId,
        owner: kinds[kind].owner(concerned),
        superior: kinds[kind].superior(concerned),
        since,
        ...dueAfter(since, months, calendar),
        at,
      },
    })),
  );

/** Carries commands to the streams of obligations. */
export class Obligations {
  constructor(private readonly transactor: Transactor) {}

  /** @throws Rejection as the decider says */
  async execute(id: string, command: ObligationCommand, meta: CommandMeta): Promise<Outcome<ObligationEvent, ObligationState>> {
    const state = await this.load(meta.tenant, id);
    // Notes are personal: they are encrypted under the key of the person it is about.
    return this.transactor.transact(
      obligationStream(meta.tenant, id),
      obligation,
      command,
      state.status === 'absent' ? meta : { ...meta, subject: state.obligation.subject },
    );
  }

  /** How it stands now, from its own events. */
  async load(tenant: string, id: string): Promise<ObligationState> {
    return (await this.transactor.load(obligationStream(tenant, id), obligation)).state;
  }
}
