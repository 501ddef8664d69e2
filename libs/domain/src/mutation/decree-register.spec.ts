import { randomUUID } from 'node:crypto';
import { Codec, openTransactor } from '@app/event-store';
import { MemoryEventStore } from '@app/event-store/adapters/memory';
import { MemoryKeyVault } from '@app/event-store/adapters/memory-keys';
import { scenariosOf } from '@app/decider/testing';
import { decreeRegister, type RegisterCommand } from './decree-register.js';
import type { RegisterEvent } from './events.js';

const given = scenariosOf(decreeRegister);
const at = '2026-03-02T02:00:00.000Z';
const ask = (caseId: string): RegisterCommand => ({ type: 'IssueNumber', data: { caseId, year: 2026, unitCode: 'BKPSDM', at } });
const issued = (caseId: string, serial: number): RegisterEvent => ({
  type: 'DecreeNumberIssued',
  data: { serial, number: `800.1.3.3/${String(serial).padStart(3, '0')}/BKPSDM/2026`, caseId, at },
});
const voided: RegisterEvent = { type: 'DecreeNumberVoided', data: { serial: 1, caseId: 'a', because: 'rescinded', at } };

describe('the register of decrees', () => {
  it('counts from one, in the form that Permendagri 83/2022 gives', () => {
    given().when(ask('a')).then(issued('a', 1));
    given(issued('a', 1)).when(ask('b')).then(issued('b', 2));
  });

  it('gives a case that asks twice the same number', () => {
    given(issued('a', 1), issued('b', 2)).when(ask('a')).thenNothing();
  });

  it('never gives a void number again', () => {
    given(issued('a', 1), voided).when(ask('b')).then(issued('b', 2));
    given(issued('a', 1), voided)
      .when({ type: 'VoidNumber', data: { caseId: 'a', because: 'again', at } })
      .thenNothing();
    given()
      .when({ type: 'VoidNumber', data: { caseId: 'a', because: 'never had one', at } })
      .thenNothing();
  });

  it('has no gap and no double among fifty that ask at once', async () => {
    const store = new MemoryEventStore();
    const codec = new Codec(new MemoryKeyVault());
    // Two processes with a cache each.
    const [one, other] = [openTransactor({ store, codec }), openTransactor({ store, codec })];
    const meta = () => {
      const commandId = randomUUID();
      return { actor: 'officer', commandId, correlationId: commandId, causationId: commandId, at, tenant: 'test' };
    };
    await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        (n % 2 === 0 ? one : other).transact('test.decree-register-BKPSDM-2026', decreeRegister, ask(`case-${n}`), meta(), {
          attempts: 50,
        }),
      ),
    );
    const serials: number[] = [];
    for await (const { data } of store.read('test.decree-register-BKPSDM-2026')) serials.push(Number(Object(data).serial));
    expect(serials).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
  });
});
