import { bpmnOf, differencesOf, type Loaded, type VersionRow, writtenDown } from '@app/domain/definitions';
import { CaseFacts } from '@app/domain/mutation';
import { BusinessClock } from '@app/scheduling';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { nameIn, Names } from '../http/names.js';
import type { Named } from '../http/places.js';
import { DefinitionShelf } from './definition-shelf.js';
import {
  CheckDraft,
  CompareDefinitions,
  DrawDefinition,
  ListDefinitions,
  ReadDefinition,
  SimulateDefinition,
} from './messages.js';
import type {
  DefinitionList,
  DefinitionResponse,
  DifferencesResponse,
  DraftCheck,
  SimulationResponse,
  VersionItem,
} from './responses.js';
import { scriptOf, simulated } from './simulation-page.js';

const loadedOf = ({ definition, hash, dossier }: VersionRow): Loaded => ({ definition, hash, ...(dossier && { dossier }) });
const isOut = ({ status }: VersionRow): boolean => status === 'published' || status === 'retired';

@QueryHandler(ListDefinitions)
export class ListDefinitionsHandler implements IQueryHandler<ListDefinitions> {
  constructor(private readonly shelf: DefinitionShelf) {}

  async execute({ caller }: ListDefinitions): Promise<DefinitionList> {
    const standing = await this.shelf.standingOf(caller.person);
    const rows = await this.shelf.rows(standing);
    const items = [...new Set(rows.map(({ id }) => id))].flatMap((id) => {
      const versions = rows.filter((row) => row.id === id);
      const inForce = versions.find(({ status }) => status === 'published');
      const shown = inForce ?? versions[0];
      if (!shown) return [];
      return [
        {
          id,
          title: shown.definition.title,
          inForce: inForce?.version ?? null,
          versions: versions.filter(isOut).length,
          draft: versions.find((row) => !isOut(row))?.status ?? null,
          initiators: shown.definition.initiators,
          dossier: shown.dossier !== null,
        },
      ];
    });
    return { items, mayWrite: standing.mayWrite };
  }
}

@QueryHandler(ReadDefinition)
export class ReadDefinitionHandler implements IQueryHandler<ReadDefinition> {
  constructor(
    private readonly shelf: DefinitionShelf,
    private readonly names: Names,
  ) {}

  async execute({ id, version, caller }: ReadDefinition): Promise<DefinitionResponse> {
    const standing = await this.shelf.standingOf(caller.person);
    const row = await this.shelf.version(standing, id, version);
    const rows = await this.shelf.rows(standing, id);
    const ids = rows.flatMap(({ drafted_by, reviewed_by, published_by, retired_by }) => [
      drafted_by,
      reviewed_by,
      published_by,
      retired_by,
    ]);
    const people = await this.names.people(ids.filter((person) => person !== null));
    const named = (person: string | null): Named | null => (person === null ? null : nameIn(people, person));
    const { definition, dossier, hash, status } = row;
    return {
      id,
      version: row.version,
      status,
      hash,
      title: definition.title,
      inForce: rows.find((each) => each.status === 'published')?.version ?? null,
      definition: { ...definition },
      dossier: dossier === null ? null : { ...dossier },
      document: writtenDown(loadedOf(row)),
      versions: rows.map((each) => itemOf(each, named)),
      warnings: standing.mayWrite ? await this.shelf.warningsOf(definition) : [],
      mayWrite: standing.mayWrite,
      mayJudge: standing.mayJudge,
    };
  }
}

const itemOf = (row: VersionRow, named: (person: string | null) => Named | null): VersionItem => ({
  version: row.version,
  status: row.status,
  hash: row.hash,
  draftedBy: named(row.drafted_by),
  draftedAt: row.drafted_at,
  reviewedBy: named(row.reviewed_by),
  reviewedAt: row.reviewed_at,
  note: row.note,
  publishedBy: named(row.published_by),
  publishedAt: row.published_at,
  retiredBy: named(row.retired_by),
  retiredAt: row.retired_at,
  reason: row.reason,
});

@QueryHandler(DrawDefinition)
export class DrawDefinitionHandler implements IQueryHandler<DrawDefinition> {
  constructor(private readonly shelf: DefinitionShelf) {}

  async execute({ id, version, reminders, caller }: DrawDefinition): Promise<string> {
    const { definition } = await this.shelf.version(await this.shelf.standingOf(caller.person), id, version);
    return bpmnOf(definition, caller.language, { reminders });
  }
}

@QueryHandler(CompareDefinitions)
export class CompareDefinitionsHandler implements IQueryHandler<CompareDefinitions> {
  constructor(private readonly shelf: DefinitionShelf) {}

  async execute({ id, from, to, caller }: CompareDefinitions): Promise<DifferencesResponse> {
    const standing = await this.shelf.standingOf(caller.person);
    const [before, after] = [await this.shelf.version(standing, id, from), await this.shelf.version(standing, id, to)];
    const differences = differencesOf(loadedOf(before), loadedOf(after));
    return { from, to, differences: differences.map(({ within, ...each }) => ({ ...each, within: within ?? null })) };
  }
}

@QueryHandler(CheckDraft)
export class CheckDraftHandler implements IQueryHandler<CheckDraft> {
  constructor(private readonly shelf: DefinitionShelf) {}

  async execute({ id, document, caller }: CheckDraft): Promise<DraftCheck> {
    await this.shelf.requireWriter(caller.person);
    const problems = this.shelf.definitions.problemsOf(document);
    if (problems.length === 0) this.shelf.definitions.readAs(id, document);
    return { problems: [...problems] };
  }
}

@QueryHandler(SimulateDefinition)
export class SimulateDefinitionHandler implements IQueryHandler<SimulateDefinition> {
  constructor(
    private readonly shelf: DefinitionShelf,
    private readonly clock: BusinessClock,
    private readonly facts: CaseFacts,
  ) {}

  async execute({ id, wish, caller }: SimulateDefinition): Promise<SimulationResponse> {
    const row = await this.shelf.version(await this.shelf.standingOf(caller.person), id, wish.version);
    const around = { startsAt: this.clock.now(), calendar: await this.facts.calendar() };
    return simulated(this.shelf.definitions.tryOut(loadedOf(row), scriptOf(wish), around));
  }
}
