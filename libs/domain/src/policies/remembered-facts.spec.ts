import { CaseFacts, type PersonCard } from '@app/domain/mutation';
import { RememberedFacts } from './remembered-facts.js';

const unasked = (): never => {
  throw new Error('this was not to be asked');
};

/** Facts that count how often they are asked for names. */
class CountedFacts extends CaseFacts {
  readonly asked: (readonly string[])[] = [];
  name = 'Ani';
  during: () => void = () => undefined;

  async people(ids: readonly string[]): Promise<ReadonlyMap<string, PersonCard>> {
    this.asked.push(ids);
    const { name } = this;
    this.during();
    return new Map(ids.map((id) => [id, { id, name, nip: '', grade: null, employeeType: 'PNS' }]));
  }

  directory = unasked;
  calendar = unasked;
  eligibility = unasked;
  locate = unasked;
  post = unasked;
  officeTitle = unasked;
}

describe('remembered names', () => {
  it('are asked for once, and only those that are missing', async () => {
    const facts = new CountedFacts();
    const remembered = new RememberedFacts(facts);
    await remembered.people(['a', 'b']);
    expect([...(await remembered.people(['b', 'c'])).keys()]).toEqual(['b', 'c']);
    expect(facts.asked).toEqual([['a', 'b'], ['c']]);
  });

  it('are asked for again once they were forgotten, or are old', async () => {
    let now = 0;
    const facts = new CountedFacts();
    const remembered = new RememberedFacts(facts, { lifeMs: 100, real: () => now });
    await remembered.people(['a']);
    facts.name = 'Budi';
    expect((await remembered.people(['a'])).get('a')?.name).toBe('Ani');
    remembered.forget();
    expect((await remembered.people(['a'])).get('a')?.name).toBe('Budi');
    facts.name = 'Cici';
    now = 101;
    expect((await remembered.people(['a'])).get('a')?.name).toBe('Cici');
  });

  it('are not kept where they changed while they were asked for', async () => {
    const facts = new CountedFacts();
    const remembered = new RememberedFacts(facts);
    facts.during = () => remembered.forget();
    await remembered.people(['a']);
    facts.during = () => undefined;
    facts.name = 'Budi';
    expect((await remembered.people(['a'])).get('a')?.name).toBe('Budi');
  });
});
