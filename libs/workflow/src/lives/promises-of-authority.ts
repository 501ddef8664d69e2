/** For specifications only: by what right things are done in every life of a case. */
import { deepEqual, equal, ok } from 'node:assert/strict';
import type { Capacity, WorkflowEvent } from '../events.js';
import { dayOf } from '../index.js';
import { underPresentKeys } from './migrations.js';
import type { Promises } from './promises.js';

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

export const promisesOfAuthority: Promises = {
  'no forbidden authority ever yields a decision': ({ state, events, command }) => {
    const last = state.status === 'absent' ? undefined : state.definition.stages.at(-1)?.key;
    const { authority, calendar, at } = command.data;
    for (const { by, act } of deeds(events, last)) {
      if (!authority) {
        equal(by.authorityRow, undefined);
        continue;
      }
      const row = authority.rows.find(({ id }) => id === by.authorityRow);
      const day = dayOf(calendar, at);
      ok(row?.acts.includes(act));
      ok(row?.kinds.includes(by.kind));
      ok(row && row.from <= day && (row.until === null || day <= row.until));
    }
  },

  'no person acts twice where one acts once, by whatever hands': ({ state, history }) => {
    if (state.status === 'absent' || state.definition.oncePerCase !== true) return;
    const places = new Map<string, Set<string>>();
    for (const { by, stage, heard } of deeds(underPresentKeys(history), undefined))
      if (!heard) for (const hand of hands(by)) places.set(hand, (places.get(hand) ?? new Set()).add(stage));
    deepEqual(
      [...places].filter(([, stages]) => stages.size > 1),
      [],
    );
  },

  'nobody decides on himself or his kin, nor by what they lent him': ({ state, events, command }) => {
    const kin = command.data.kin ?? [];
    for (const event of events) {
      if (event.type !== 'DecisionMade' || isHearing(event.data.kind) || state.status === 'absent') continue;
      deepEqual(
        hands(event.data.by).filter((hand) => hand === state.subject || kin.includes(hand)),
        [],
      );
    }
  },

  'a vacancy is found once for each time a stage is opened, and only where nobody of its office may act': ({
    history,
    events,
  }) => {
    // Another version of the definition has it looked for anew.
    let versions = 0;
    const found = underPresentKeys(history).flatMap(({ type, data }) => {
      if (type === 'CaseMigrated') versions++;
      return type === 'VacancyFound' ? [`${data.stage}/${data.round}/${versions}`] : [];
    });
    equal(new Set(found).size, found.length);
    for (const { type, data } of events) if (type === 'VacancyFound' && data.policy === 'wait') deepEqual(data.instead, []);
  },
};
