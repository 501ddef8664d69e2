import { type CaseFacts, type PersonCard } from '@app/domain/mutation';
import { type Directory } from '@app/domain/policies';
import type { Holding } from '@app/workflow';
import type { Holder, LocalText, Named, Place } from './places.js';
import { type ReadDatabase } from './read-database.js';

type Cards = ReadonlyMap<string, PersonCard>;
export type Where = Readonly<{ post: string; unit: string; agency: string }>;

/** What ids are called. Asked in one go for a whole page. */
export class Names {
  constructor(
    private readonly facts: CaseFacts,
    private readonly directory: Directory,
    private readonly database: ReadDatabase,
  ) {}

  /** Those of the ids that are known. */
  people(ids: Iterable<string>): Promise<Cards> {
    return this.facts.people([...new Set(ids)]);
  }

  async person(id: string): Promise<Named> {
    return nameIn(await this.people([id]), id);
  }

  officeTitle(office: string): Promise<LocalText> {
    return this.directory.titleOf(office);
  }

  /** Titles of many offices, by office. */
  async officeTitles(offices: Iterable<string>): Promise<ReadonlyMap<string, LocalText>> {
    return new Map(
      await Promise.all([...new Set(offices)].map(async (office) => [office, await this.officeTitle(office)] as const)),
    );
  }

  /** Says where posts are; an id stands for a name that is not known. */
  async placing(posts: Iterable<string>): Promise<(where: Where) => Place> {
    const ids = [...new Set(posts)];
    const { db } = this.database;
    const [rows, units] = await Promise.all([
      ids.length === 0 ? [] : db.selectFrom('staffing_posts').select(['id', 'title']).where('id', 'in', ids).execute(),
      db.selectFrom('staffing_units').select(['id', 'name']).execute(),
    ]);
    const titles = new Map(rows.map(({ id, title }) => [id, title]));
    const names = new Map(units.map(({ id, name }) => [id, name]));
    const named = (id: string): Named => ({ id, name: names.get(id) ?? id });
    return ({ post, unit, agency }) => ({
      post: { id: post, title: titles.get(post) ?? post },
      unit: named(unit),
      agency: named(agency),
    });
  }

  /** Who fill some offices on a day, as they are shown. */
  async holdersOf(offices: Iterable<string>, day: string): Promise<ReadonlyMap<string, readonly Holder[]>> {
    const held = await Promise.all(
      [...new Set(offices)].map(async (office) => [office, await this.directory.holdersOf(office, day)] as const),
    );
    const people = await this.people(
      held.flatMap(([, holdings]) =>
        holdings.flatMap(({ person, onBehalfOf }) => [person, ...(onBehalfOf === undefined ? [] : [onBehalfOf])]),
      ),
    );
    const titles = await this.officeTitles(held.map(([office]) => office));
    return new Map(
      held.map(([office, holdings]) => [
        office,
        holdings.map((holding) => holderOf(holding, people, titles.get(office) ?? { id: office, en: office })),
      ]),
    );
  }
}

/** A person of a page; the id for a name where nobody is known under it. */
export const nameIn = (people: Cards, id: string): Named => ({ id, name: people.get(id)?.name ?? id });

const holderOf = ({ person, office, kind, onBehalfOf, letter }: Holding, people: Cards, title: LocalText): Holder => ({
  person: nameIn(people, person),
  office,
  title,
  kind,
  onBehalfOf: onBehalfOf === undefined ? null : nameIn(people, onBehalfOf),
  letter: letter ?? null,
});
