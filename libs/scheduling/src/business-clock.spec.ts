import { scenariosOf } from '@app/decider/testing';
import { BusinessClock } from './business-clock.js';
import { clockDecider } from './clock-stream.js';

const real = Date.parse('2026-03-02T16:59:59.000Z');
const day = 86_400_000;

describe('the business clock', () => {
  it('names the day of the zone, not of UTC', () => {
    expect(new BusinessClock('Asia/Jakarta', () => real).today()).toBe('2026-03-02');
    expect(new BusinessClock('Asia/Jakarta', () => real + 1_000).today()).toBe('2026-03-03');
  });

  it('takes over an offset, tells its listeners, and takes no step back', () => {
    const clock = new BusinessClock('Asia/Jakarta', () => real);
    let jumps = 0;
    clock.onJump(() => jumps++);
    clock.follow(3 * day);
    clock.follow(day);
    expect(clock.now()).toBe('2026-03-05T16:59:59.000Z');
    expect(clock.realTimeOf('2026-03-05T16:59:59.000Z')).toBe(real);
    expect(jumps).toBe(1);
  });
});

describe('moving the clock', () => {
  const given = scenariosOf(clockDecider);
  const at = new Date(real).toISOString();

  it('records how far it is ahead', () => {
    given()
      .when({ type: 'MoveClock', data: { to: '2026-03-03T16:59:59.000Z', real: at } })
      .then({ type: 'ClockMoved', data: { offsetMs: day, to: '2026-03-03T16:59:59.000Z', at } });
  });

  it('refuses to go back behind where the last move brought it', () => {
    given({ type: 'ClockMoved', data: { offsetMs: 2 * day, to: '2026-03-04T16:59:59.000Z', at } })
      .when({ type: 'MoveClock', data: { to: '2026-03-03T16:59:59.000Z', real: at } })
      .thenRejected('clock.backwards');
  });

  it('refuses to go so far that nothing is left of the demo', () => {
    given()
      .when({ type: 'MoveClock', data: { to: '9999-12-31T00:00:00Z', real: at } })
      .thenRejected('clock.too-far');
  });

  it('refuses what is no time at all', () => {
    for (const to of ['31 February', '2027-02-31T00:00:00Z', '2027-03-01', ''])
      given()
        .when({ type: 'MoveClock', data: { to, real: at } })
        .thenRejected('clock.not-an-instant');
  });
});
