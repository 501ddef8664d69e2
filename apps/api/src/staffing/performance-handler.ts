import { Rejection } from '@app/decider';
import { countPredicates } from '@app/domain/performance';
import { peopleOf, unitNamed } from '@app/domain/staffing';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { ReadDatabase } from '../http/read-database.js';
import { Standings } from '../http/standing.js';
import { ReadUnitPerformance } from './messages.js';
import type { UnitPerformanceResponse } from './responses.js';

/** Counts are for whoever asks; who was rated how, for HR, the auditors, those at the top, and the head of that agency. */
const readers = ['HR_OFFICER', 'HR_HEAD', 'AUDITOR', 'TPK_MEMBER', 'SECRETARY', 'REGENT'] as const;

@QueryHandler(ReadUnitPerformance)
export class ReadUnitPerformanceHandler implements IQueryHandler<ReadUnitPerformance> {
  constructor(
    private readonly database: ReadDatabase,
    private readonly standings: Standings,
  ) {}

  async execute({ unit: id, caller }: ReadUnitPerformance): Promise<UnitPerformanceResponse> {
    const { db } = this.database;
    const unit = await unitNamed(db, id);
    if (!unit) throw new Rejection('missing', 'staffing.unit-unknown', 'There is no such unit.');
    const standing = await this.standings.of(caller.person);
    const people = await peopleOf(db, id);
    const year = await this.newestYear(people);
    const shown =
      standing.has(...readers) || standing.offices.includes(`head:${unit.agency}`) || standing.offices.includes(`head:${id}`);
    return {
      unit: { id: unit.id, name: unit.name },
      year,
      counts: await countPredicates(db, people, year),
      people: shown ? await this.rated(people, year) : [],
    };
  }

  private async newestYear(people: readonly string[]): Promise<number> {
    if (people.length === 0) return 0;
    const { db } = this.database;
    const row = await db
      .selectFrom('performance_predicates')
      .select(({ fn }) => fn.max('year').as('year'))
      .where('person', 'in', people)
      .executeTakeFirst();
    return row?.year ?? 0;
  }

  private async rated(people: readonly string[], year: number): Promise<UnitPerformanceResponse['people']> {
    if (people.length === 0) return [];
    const rows = await this.database.db
      .selectFrom('staffing_people as people')
      .leftJoin('staffing_posts as posts', 'posts.id', 'people.post')
      .leftJoin('performance_predicates as rated', (join) =>
        join.onRef('rated.person', '=', 'people.id').on('rated.year', '=', year),
      )
      .select(['people.id', 'people.name', 'posts.title', 'rated.predicate'])
      .where('people.id', 'in', people)
      .orderBy('people.name')
      .orderBy('people.id')
      .execute();
    return rows.map(({ id, name, title, predicate }) => ({ id, name, post: title, predicate }));
  }
}
