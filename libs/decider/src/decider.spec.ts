import { type Decider, fold } from './decider.js';
import { scenariosOf } from './given.js';
import type { Message } from './message.js';
import { Rejection, rejections } from './rejection.js';

type Command = Message<'Switch', { on: boolean }>;
type Event = Message<'SwitchedOn', object> | Message<'SwitchedOff', object>;

const reject = rejections({ 'lamp.off-already': 'conflict' });

const lamp: Decider<Command, Event, boolean> = {
  initial: false,
  decide: ({ data }, lit) => {
    if (data.on) return lit ? [] : [{ type: 'SwitchedOn', data: {} }];
    return lit ? [{ type: 'SwitchedOff', data: {} }] : reject('lamp.off-already', 'It is dark.', { lit });
  },
  evolve: (_, { type }) => type === 'SwitchedOn',
};

const given = scenariosOf(lamp);
const on: Event = { type: 'SwitchedOn', data: {} };
const switching = (to: boolean): Command => ({ type: 'Switch', data: { on: to } });

describe('the words of a specification', () => {
  it('then: exactly these events', () => {
    given().when(switching(true)).then(on);
    expect(() => given().when(switching(true)).then()).toThrow();
    expect(() => given().when(switching(true)).then(on, on)).toThrow();
  });

  it('thenTypes: these types, in this order', () => {
    given(on).when(switching(false)).thenTypes('SwitchedOff');
    expect(() => given(on).when(switching(false)).thenTypes('SwitchedOn')).toThrow();
  });

  it('thenNothing: a command that changes nothing', () => {
    given(on).when(switching(true)).thenNothing();
    expect(() => given().when(switching(true)).thenNothing()).toThrow();
  });

  it('thenRejected: as every refusal of the decider is', () => {
    const told: string[] = [];
    scenariosOf(lamp, ({ code }) => told.push(code))()
      .when(switching(false))
      .thenRejected('lamp.off-already');
    expect(told).toEqual(['lamp.off-already']);
  });

  it('thenRejected: with this code', () => {
    given().when(switching(false)).thenRejected('lamp.off-already');
    expect(() => given().when(switching(false)).thenRejected('lamp.other')).toThrow();
    expect(() => given().when(switching(true)).thenRejected('lamp.off-already')).toThrow('expected a rejection');
    expect(() => given().when(switching(false)).then()).toThrow('rejected with lamp.off-already');
  });
});

describe('a history', () => {
  it('folds to the state after it, and an empty one to the initial state', () => {
    expect(fold(lamp, [])).toBe(false);
    expect(fold(lamp, [on, { type: 'SwitchedOff', data: {} }, on])).toBe(true);
  });
});

describe('a rejection', () => {
  it('says what kind of no it is, by which code, and what a caller needs', () => {
    const rejection = lamp.decide(switching(false), false);
    expect(rejection).toBeInstanceOf(Rejection);
    expect(rejection).toMatchObject({
      kind: 'conflict',
      code: 'lamp.off-already',
      message: 'It is dark.',
      facts: { lit: false },
    });
  });
});
