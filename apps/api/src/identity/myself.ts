import { Accounts } from '@app/platform';
import { BusinessClock } from '@app/scheduling';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { nameIn, Names } from '../http/names.js';
import { type Standing, Standings } from '../http/standing.js';
import type { Named } from '../http/places.js';
import { DemoAccounts } from './demo-accounts.js';
import { ReadMyself, ReadPerson, ReadWelcome } from './messages.js';
import { SignIn } from './sign-in.js';
import type { MeResponse, OfficeHeld, WelcomeResponse } from './responses.js';

@QueryHandler(ReadMyself)
export class ReadMyselfHandler implements IQueryHandler<ReadMyself> {
  constructor(
    private readonly names: Names,
    private readonly standings: Standings,
    private readonly demo: DemoAccounts,
    private readonly clock: BusinessClock,
    private readonly accounts: Accounts,
  ) {}

  async execute({ caller: { person, username, language } }: ReadMyself): Promise<MeResponse> {
    const standing = await this.standings.of(person);
    const people = await this.names.people([person, ...standing.held.flatMap(({ onBehalfOf }) => onBehalfOf ?? [])]);
    const office = ({ onBehalfOf, from: _, letter: __, ...held }: Standing['held'][number]): OfficeHeld => ({
      ...held,
      onBehalfOf: onBehalfOf === null ? null : nameIn(people, onBehalfOf),
    });
    return {
      person: { ...nameIn(people, person), nip: people.get(person)?.nip ?? '' },
      username,
      offices: standing.held.map(office),
      roles: [...standing.roles, 'EMPLOYEE'],
      language,
      maySign: await this.accounts.hasPassword(username),
      demo: this.demo.on,
      today: this.clock.today(),
    };
  }
}

@QueryHandler(ReadPerson)
export class ReadPersonHandler implements IQueryHandler<ReadPerson> {
  constructor(private readonly names: Names) {}

  async execute({ id }: ReadPerson): Promise<Named | null> {
    const people = await this.names.people([id]);
    return people.has(id) ? nameIn(people, id) : null;
  }
}

@QueryHandler(ReadWelcome)
export class ReadWelcomeHandler implements IQueryHandler<ReadWelcome> {
  constructor(
    private readonly demo: DemoAccounts,
    private readonly accounts: Accounts,
    private readonly ways: SignIn,
  ) {}

  async execute(): Promise<WelcomeResponse> {
    const { local, government } = this.ways;
    const ways = { government, local, provider: this.ways.provider?.name ?? null };
    if (!this.demo.on || !local) return { demo: this.demo.on, password: null, accounts: [], ...ways };
    const made = new Set(await this.accounts.usernames());
    return {
      demo: true,
      password: this.demo.password,
      accounts: this.demo.all.filter(({ username }) => made.has(username)),
      ...ways,
    };
  }
}
