import type { CommandMeta, Outcome, Transactor } from '@app/event-store';
import type { Calendar, DefinitionProblem } from '@app/workflow';
import type { DefinitionEvent } from './events.js';
import { publication, type PublicationCommand, type Publications } from './publication.js';
import type { VersionRow } from './projections.js';
import type { Loaded, Reader } from './read.js';
import { otherId, unusable } from './refusals.js';
import { type TriedOut, tryOut, type Wish } from './simulation/try-out.js';

export const definitionStream = (tenant: string, id: string): string => `${tenant}.definition-${id}`;

/** A version that was published. No new case starts on a retired one. */
export type Published = Loaded & Readonly<{ retired: boolean }>;

type Given = Readonly<{
  transactor: Transactor;
  tenant: string;
  reader: Reader;
  /** What came with the program. */
  shipped: readonly Loaded[];
  /** The read model of versions, asked anew when it has changed. */
  rows: () => Promise<readonly VersionRow[]>;
}>;

/**
 * Every definition there is. What is published is known without a query, since it is asked for with every new case; it follows
 * the read model, so a version published elsewhere is in force here a moment later.
 */
export class Definitions {
  private published: readonly Published[];
  /** How many readings were begun, and which of them is taken over: two may overtake each other. */
  private readings = { begun: 0, taken: 0 };

  constructor(private readonly given: Given) {
    this.published = given.shipped.map((each) => ({ ...each, retired: false }));
  }

  /** Takes over what the read model says. What came with the program is there even before it has been read. */
  async refresh(): Promise<void> {
    const reading = (this.readings.begun += 1);
    const found = await this.given.rows();
    if (reading < this.readings.taken) return;
    this.readings.taken = reading;
    const rows = found.filter(({ status }) => status === 'published' || status === 'retired');
    const read = rows.map(({ definition, hash, dossier, status }) => ({
      definition,
      hash,
      ...(dossier && { dossier }),
      retired: status === 'retired',
    }));
    const known = (each: Loaded) =>
      read.some(({ definition: { id, version } }) => id === each.definition.id && version === each.definition.version);
    const shipped = this.given.shipped.filter((each) => !known(each)).map((each) => ({ ...each, retired: false }));
    this.published = [...read, ...shipped].toSorted((a, b) => b.definition.version - a.definition.version);
  }

  /** Every published version, the newest first. */
  all(): readonly Published[] {
    return this.published;
  }

  /** What a new case starts on: the newest version that is not retired. */
  inForce(id: string): Published | undefined {
    return this.published.find(({ definition, retired }) => definition.id === id && !retired);
  }

  of(id: string, version: number): Published | undefined {
    return this.published.find(({ definition }) => definition.id === id && definition.version === version);
  }

  /**
   * Checks a definition wholly. Text is YAML or JSON.
   * @throws Rejection `definitions.unusable` (invalid), whose facts name every problem at once
   */
  read(document: unknown): Loaded {
    const { reader } = this.given;
    const result = typeof document === 'string' ? reader.readText(document) : reader.read(document);
    if ('hash' in result) return result;
    throw unusable(result);
  }

  /**
   * The same, of a definition that is known under an id.
   * @throws Rejection `definitions.other-id` (invalid) besides
   */
  readAs(id: string, document: unknown): Loaded {
    const loaded = this.read(document);
    if (loaded.definition.id !== id) throw otherId(id, loaded.definition.id);
    return loaded;
  }

  /** Runs a definition with a cast of its own; see `tryOut`. */
  tryOut(loaded: Loaded, wish: Wish, around: Readonly<{ startsAt: string; calendar: Calendar }>): TriedOut {
    return tryOut(this.given.reader, loaded, wish, around);
  }

  /** What is wrong with a definition. Empty: nothing. */
  problemsOf(document: unknown): readonly DefinitionProblem[] {
    const { reader } = this.given;
    const result = typeof document === 'string' ? reader.readText(document) : reader.read(document);
    return 'hash' in result ? [] : result;
  }

  /** @throws Rejection where the rules of `publication` refuse */
  execute(id: string, command: PublicationCommand, meta: CommandMeta): Promise<Outcome<DefinitionEvent, Publications>> {
    return this.given.transactor.transact(definitionStream(this.given.tenant, id), publication, command, meta);
  }
}
