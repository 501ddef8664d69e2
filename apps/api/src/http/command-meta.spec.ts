import { BusinessClock } from '@app/scheduling';
import { type Asked, resourceOf } from './asked.js';
import { CommandMetas } from './command-meta.js';

const metas = new CommandMetas('kepahiang', new BusinessClock('Asia/Jakarta'));
const [one, other] = ['01a20d79-db61-77a1-9e9c-ce88d73a3ee7', '01a20d79-dc65-761f-89be-8bb4d416f577'];

const asked = (url: string, content: unknown = {}): Asked => ({
  caller: { person: 'ana', username: 'ana', language: 'id' },
  key: 'one key',
  resource: resourceOf(url),
  content,
  ifMatch: undefined,
  minimal: false,
  requestId: 'request',
});

describe('a key that makes a write repeatable', () => {
  it('is one command on one case, whatever else the address says', () => {
    const decided = metas.of(asked(`/api/proposals/${one}/decisions`, 'a'));
    const again = metas.of(asked(`/api/proposals/${one}/decisions`, 'a'));
    expect([again.commandId, again.commandHash]).toEqual([decided.commandId, decided.commandHash]);
    expect(metas.of(asked(`/api/proposals/${one}/submission?x=1`, 'b'))).toMatchObject({ commandId: decided.commandId });
    expect(metas.of(asked(`/api/proposals/${one}/submission?x=1`, 'b')).commandHash).not.toBe(decided.commandHash);
  });

  it('is another command on another case, so that no two events have one id', () => {
    const ids = [one, other].map((id) => metas.of(asked(`/api/proposals/${id}/decisions`)).commandId);
    expect(new Set(ids).size).toBe(2);
  });

  it('makes one new thing of one address', () => {
    expect(metas.newId(asked('/api/proposals'), 'proposal')).toBe(metas.newId(asked('/api/proposals?x=1'), 'proposal'));
  });
});
