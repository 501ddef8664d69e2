import { Rejection } from '@app/decider';
import { inboxOf } from '@app/domain/policies';
import { WrongRevision } from '@app/event-store';
import { Refusal, Signing } from '@app/platform';
import { CommandBus, CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { CaseBook } from '../cases/case-book.js';
import { ExecuteCase } from '../cases/messages.js';
import { newest, type Written } from '../http/answer.js';
import type { Asked, Caller } from '../http/asked.js';
import { ReadDatabase } from '../http/read-database.js';
import { Standings } from '../http/standing.js';
import { wrong } from '../http/validation.js';
import { Wording } from '../http/wording.js';
import { DecideMany, PreviewDecisions } from './messages.js';
import { type DecisionItem, type DecisionPreviewRequest, mostDecisions } from './requests.js';
import type { DecidedItem, DecisionPreview, DecisionsResponse, PreviewedDecision } from './responses.js';

/** How many are looked at beside each other: enough to be quick, few enough to leave room for others. */
const abreast = 8;

const inTurn = async <In, Out>(items: readonly In[], each: (item: In) => Promise<Out>): Promise<Out[]> => {
  const done: Out[] = [];
  for (let at = 0; at < items.length; at += abreast) done.push(...(await Promise.all(items.slice(at, at + abreast).map(each))));
  return done;
};

@QueryHandler(PreviewDecisions)
export class PreviewDecisionsHandler implements IQueryHandler<PreviewDecisions> {
  constructor(
    private readonly book: CaseBook,
    private readonly standings: Standings,
    private readonly database: ReadDatabase,
    private readonly wording: Wording,
  ) {}

  async execute({ wanted, caller }: PreviewDecisions): Promise<DecisionPreview> {
    if ((wanted.ids === undefined) === (wanted.filter === undefined)) throw wrong('ids', 'ids-or-filter');
    const ids = wanted.ids ?? (await this.waiting(wanted, caller));
    const items = await inTurn(ids, (id) => this.previewed(id, wanted, caller));
    const can = items.filter(({ allowed }) => allowed).length;
    return { can, cannot: items.length - can, items };
  }

  private async waiting({ filter, stage }: DecisionPreviewRequest, { person }: Caller): Promise<readonly string[]> {
    const { offices, roles } = await this.standings.of(person);
    const asked = { view: 'waiting', person, offices, roles: [...roles], limit: mostDecisions } as const;
    const rows = await inboxOf(this.database.db, asked);
    const wanted = rows.filter(
      (row) =>
        (filter?.definition === undefined || row.definition === filter.definition) &&
        (stage === undefined || row.stage === stage),
    );
    return [...new Set(wanted.map(({ id }) => id))];
  }

  private async previewed(
    id: string,
    { verdict, stage: named }: DecisionPreviewRequest,
    caller: Caller,
  ): Promise<PreviewedDecision> {
    const unknown = { id, kind: null, title: null, subject: null, stage: named ?? null, stageTitle: null, etag: null };
    const nothing = { allowed: false, reason: 'none' } as const;
    try {
      const { body, etag = null } = await this.book.page(id, caller);
      const offered = body.actions.filter((action) => action.verb === verdict && (named === undefined || action.stage === named));
      const action = offered.find(({ allowed }) => allowed) ?? offered[0];
      const stage = action?.stage ?? named ?? body.open[0] ?? null;
      const of = {
        id,
        kind: body.kind,
        title: body.definition.title,
        subject: body.subject,
        stage,
        stageTitle: body.stages.find(({ key }) => key === stage)?.title ?? null,
        etag,
      };
      if (!action) return { ...of, ...nothing, ...this.said('workflow.verb-not-offered', caller, { stage, verdict }) };
      const { allowed, reason, signature, code, detail } = action;
      const why = { ...(code !== undefined && { code }), ...(detail !== undefined && { detail }) };
      return { ...of, allowed, reason, ...(signature && { signature }), ...why };
    } catch (error) {
      if (!(error instanceof Rejection)) throw error;
      return { ...unknown, ...nothing, ...this.said(error.code, caller, error.facts) };
    }
  }

  private said(code: string, { language }: Caller, facts: Readonly<Record<string, unknown>>) {
    return { code, detail: this.wording.say(code, language, facts) };
  }
}

@CommandHandler(DecideMany)
export class DecideManyHandler implements ICommandHandler<DecideMany> {
  constructor(
    private readonly commands: CommandBus,
    private readonly wording: Wording,
    private readonly signing: Signing,
  ) {}

  /** @throws Refusal where a password came along that does not sign: nothing is decided then */
  async execute({ wanted: { items, verdict, reason = '' }, asked: all }: DecideMany): Promise<Written<DecisionsResponse>> {
    const positions: (string | undefined)[] = [];
    const asked = await this.opened(all);
    const results = await inTurn(items, async ({ id, stage, etag }): Promise<DecidedItem> => {
      try {
        const wish = { type: 'Decide', data: { stage, verdict, reason } } as const;
        const { body, position } = await this.commands.execute(
          new ExecuteCase(id, wish, one(asked, { id, stage, ...(etag && { etag }) })),
        );
        positions.push(position);
        return { id, stage, decided: true, status: body.status };
      } catch (error) {
        return { id, stage, decided: false, ...this.why(error, asked.caller, etag !== undefined) };
      }
    });
    const decided = results.filter((result) => result.decided).length;
    const position = newest(positions);
    return { body: { decided, refused: results.length - decided, items: results, position: position ?? null }, position };
  }

  /** The password is asked of its account once, however many are decided: a wrong one counts as one failure, not as many. */
  private async opened({ proof, ...asked }: Asked): Promise<Asked> {
    return proof ? { ...asked, signer: await this.signing.open(asked.caller.username, proof) } : asked;
  }

  /** What was not foreseen is told of its item too: nobody is left to guess what became of it. */
  private why(error: unknown, { language }: Caller, conditional: boolean): Readonly<{ code: string; detail: string }> {
    const said = (code: string, facts: Readonly<Record<string, unknown>> = {}) => ({
      code,
      detail: this.wording.say(code, language, facts),
    });
    if (error instanceof Rejection || error instanceof Refusal) return said(error.code, error.facts);
    if (error instanceof WrongRevision) return said(conditional ? 'request.stale' : 'request.conflict');
    return said('request.failed');
  }
}

/** One of the decisions as a request of its own: the same key on another case is another command. */
const one = (asked: Asked, { id, stage, etag }: DecisionItem): Asked => ({
  ...asked,
  ...(asked.key !== undefined && { key: `${asked.key} ${stage}` }),
  resource: `/api/cases/${id}`,
  ifMatch: etag?.replace(/^(W\/)?"(.*)"$/, '$2'),
  minimal: true,
});
