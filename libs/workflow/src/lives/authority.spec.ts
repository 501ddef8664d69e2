import type { Capacity, WorkflowEvent } from '../events.js';
import { dayOf } from '../index.js';
import { everyMoment, seed } from './testing.js';

/** Where people are heard or told, and decide nothing. */
const isHearing = (kind: string): boolean => kind === 'consent' || kind === 'acknowledgement';

/** By what right each thing was done that takes one, and what kind of act it was. */
const deeds = (events: readonly WorkflowEvent[], last: string | undefined) =>
  events.flatMap((event): readonly Readonly<{ by: Capacity; act: string; stage: string; heard: boolean }>[] => {
    if (event.type === 'CaseSubmitted') return [{ by: event.data.by, act: 'propose', stage: 'submission', heard: false }];
    if (event.type !== 'DecisionMade') return [];
    const { by, kind, stage } = event.data;
    const byKind: Readonly<Record<string, string>> = { consent: 'state', panel: 'consider', acknowledgement: 'acknowledge' };
    return [{ by, act: stage === last ? 'decide' : (byKind[kind] ?? 'endorse'), stage, heard: isHearing(kind) }];
  });

/** Whoever used a power, and whoever lent it. */
const hands = ({ by, kind, onBehalfOf }: Capacity): readonly string[] =>
  kind === 'delegate' && onBehalfOf !== undefined ? [by, onBehalfOf] : [by];

describe(`in every life of a case (seed ${seed})`, () => {
  it('no forbidden authority ever yields a decision', () => {
    everyMoment(({ state, events, command }) => {
      const last = state.status === 'absent' ? undefined : state.definition.stages.at(-1)?.key;
      const { authority, calendar, at } = command.data;
      for (const { by, act } of deeds(events, last)) {
        if (!authority) {
          expect(by.authorityRow).toBeUndefined();
          continue;
        }
        const row = authority.rows.find(({ id }) => id === by.authorityRow);
        const day = dayOf(calendar, at);
        expect(row?.acts).toContain(act);
        expect(row?.kinds).toContain(by.kind);
        expect(row && row.from <= day && (row.until === null || day <= row.until)).toBe(true);
      }
    });
  });

  it('no person acts twice where one acts once, by whatever hands', () => {
    everyMoment(({ state, history }) => {
      if (state.status === 'absent' || state.definition.oncePerCase !== true) return;
      const places = new Map<string, Set<string>>();
      for (const { by, stage, heard } of deeds(history, undefined))
        if (!heard) for (const hand of hands(by)) places.set(hand, (places.get(hand) ?? new Set()).add(stage));
      expect([...places].filter(([, stages]) => stages.size > 1)).toEqual([]);
    });
  });

  it('nobody decides on himself or his kin, nor by what they lent him', () => {
    everyMoment(({ state, events, command }) => {
      const kin = command.data.kin ?? [];
      for (const event of events) {
        if (event.type !== 'DecisionMade' || isHearing(event.data.kind) || state.status === 'absent') continue;
        expect(hands(event.data.by).filter((hand) => hand === state.subject || kin.includes(hand))).toEqual([]);
      }
    });
  });

  it('a vacancy is found once for each time a stage is opened, and only where nobody of its office may act', () => {
    everyMoment(({ history, events }) => {
      const found = history.flatMap(({ type, data }) => (type === 'VacancyFound' ? [`${data.stage}/${data.round}`] : []));
      expect(new Set(found).size).toBe(found.length);
      for (const { type, data } of events)
        if (type === 'VacancyFound' && data.policy === 'wait') expect(data.instead).toEqual([]);
    });
  });
});
