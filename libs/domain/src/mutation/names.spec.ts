import { openDesk } from './testing/desk.js';
import { people } from './testing/small-town.js';

describe('a name', () => {
  it('is asked for where a page is read, and remembered where a command is answered', async () => {
    const { proposals, facts, drafted, as, clock } = openDesk();
    const id = await drafted();
    const asked = { people: 0 };
    const cards = facts.people.bind(facts);
    facts.people = (ids) => {
      asked.people += 1;
      return cards(ids);
    };
    await proposals.view(id, people.originHead, clock.at);
    const done = await proposals.comment(id, 'mohon dipercepat', as(people.originHead));
    expect((await proposals.view(id, people.originHead, clock.at, done)).employee.name).toBe(people.sari);
    expect(asked.people).toBe(1);
    await proposals.view(id, people.originHead, clock.at);
    expect(asked.people).toBe(2);
  });
});
