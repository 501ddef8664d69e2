import type { Kysely } from 'kysely';
import type { Directory as CaseDirectory, Holding, HoldingKind, Text } from '@app/workflow';
import {
  commonPosition,
  isBefore,
  loadSnapshot,
  READ,
  type DirectoryTables,
  type OfficeUnit,
  type Snapshot,
} from './directory-snapshot.js';
import { aboveIn, heldOn, holders, on, principalOf, superiorIn, unitOf } from './directory-holders.js';
import { officeOfRole, type Place, roleOf } from './directory-roles.js';
import { titleIn } from './directory-titles.js';

/** An office that somebody holds, as `GET /me` shows it. */
export type OfficeHeld = Readonly<{
  office: string;
  role: string;
  title: Text;
  kind: HoldingKind;
  unit: Readonly<{ id: string; name: string }> | null;
  from: string;
  until: string | null;
  letter: string | null;
  onBehalfOf: string | null;
}>;

export type DirectoryOptions = Readonly<{
  /** Code of the unit that is the HR agency (decisions 1). */
  hrAgency: string;
  /** How stale an answer may be, in milliseconds. 200; with `onChange`, which is quicker, 5,000 as a net. */
  staleness?: number;
  /** Tells when read models have changed; `ProjectionRunner.onChange`. */
  onChange?: (listener: (change: Readonly<{ names: readonly string[] }>) => void) => unknown;
  /** Waits until the read models have come to a position; `ProjectionRunner.waitFor`. */
  waitFor?: (position: string, names: readonly string[]) => Promise<void>;
}>;

/**
 * Who holds which office on a day: by the post he holds, by grant, or in the holder's stead by letter.
 *
 * Answers come from memory, which is read anew after the read models it is made of have changed: it hears of that where `onChange`
 * is given, and asks how far they are at most every `staleness` ms. `refreshed` makes sure of a position at once. Only people in
 * active service hold offices.
 */
export class Directory {
  private snapshot: Snapshot | undefined;
  private checkedAt = 0;
  private changed = true;
  private checking: Promise<Snapshot> | undefined;
  private readonly staleness: number;

  constructor(
    private readonly db: Kysely<DirectoryTables>,
    private readonly options: DirectoryOptions,
  ) {
    this.staleness = options.staleness ?? (options.onChange ? 5_000 : 200);
    options.onChange?.(({ names }) => {
      if (names.some((name) => READ.includes(name))) this.changed = true;
    });
  }

  /** Who fills an office on a day; the definitive holder first. An empty list is a vacant office. */
  async holdersOf(office: string, day: string): Promise<readonly Holding[]> {
    return holders(await this.current(), office, day);
  }

  /** The offices that a person fills on a day, his own person aside. */
  async officesOf(person: string, day: string): Promise<readonly OfficeHeld[]> {
    const now = await this.current();
    const hr = now.unitByCode.get(this.options.hrAgency)?.id;
    return (now.byPerson.get(person) ?? []).filter(heldOn(now, day)).map((tenure) => {
      const unit = now.units.get(unitOf(now, tenure.office) ?? '');
      return {
        office: tenure.office,
        role: roleOf(tenure.office, hr, (id) => now.units.get(id)?.agency === id),
        title: titleIn(now, tenure.office),
        kind: tenure.kind,
        unit: unit ? { id: unit.id, name: unit.name } : null,
        from: tenure.from,
        until: tenure.until,
        letter: tenure.letter,
        onBehalfOf: principalOf(now, tenure, day) ?? null,
      };
    });
  }

  /** Who holds each role of a case on a day. */
  async forCase(
    { employeeId, fromAgency, toAgency }: Readonly<{ employeeId: string; fromAgency: string; toAgency: string }>,
    day: string,
  ): Promise<CaseDirectory> {
    const now = await this.current();
    const hr = now.unitByCode.get(this.options.hrAgency)?.id;
    const of = (office: string) => holders(now, office, day);
    return {
      EMPLOYEE: of(`person:${employeeId}`),
      ORIGIN_HEAD: of(`head:${fromAgency}`),
      DEST_HEAD: of(`head:${toAgency}`),
      HR_OFFICER: of('hr-officer'),
      HR_HEAD: hr === undefined ? [] : of(`head:${hr}`),
      TPK_MEMBER: of('tpk'),
      SECRETARY: of('secretary'),
      REGENT: of('regent'),
      AUDITOR: of('auditor'),
    };
  }

  /** Which office each role means in a case about somebody, and who fills it on a day; a vacant one is an empty list. */
  async forSubject(
    person: string,
    day: string,
  ): Promise<Readonly<{ offices: Readonly<Record<string, string>>; directory: CaseDirectory }>> {
    const now = await this.current();
    const place = this.placeOf(now, person, day);
    const found = Object.entries(officeOfRole).flatMap(([role, office]) => {
      const name = office(place);
      return name === undefined ? [] : [[role, now.sameAs.get(name) ?? name] as const];
    });
    return {
      offices: Object.fromEntries(found),
      directory: {
        ...Object.fromEntries(Object.keys(officeOfRole).map((role) => [role, []])),
        ...Object.fromEntries(found.map(([role, office]) => [role, holders(now, office, day)])),
      },
    };
  }

  /** Who heads the region, by right if anybody does, and since when. */
  async headOfRegion(
    day: string,
  ): Promise<Readonly<{ person: string; status: 'definitive' | 'acting'; inaugurated: string | null }> | null> {
    const now = await this.current();
    const tenures = (now.byOffice.get('regent') ?? []).filter(on(day));
    const head = tenures.find(({ kind }) => kind === 'definitive') ?? tenures[0];
    if (!head) return null;
    return {
      person: head.person,
      status: head.kind === 'definitive' ? 'definitive' : 'acting',
      inaugurated: head.inaugurated ?? head.from,
    };
  }

  /** The agency of an office: where its post is; else that of the person who acts in it, if he is known here. `null` where there is none. */
  async agencyOf(office: string, person?: string): Promise<string | null> {
    const now = await this.current();
    const unit = now.units.get(unitOf(now, office) ?? '');
    if (unit) return unit.agency;
    const actor = person ?? (office.startsWith('person:') ? office.slice('person:'.length) : undefined);
    if (actor === undefined) return null;
    return now.agencyOfPerson.get(actor) ?? null;
  }

  /** The agencies that a person works in or heads: those of which lists show him the people first. */
  async agenciesOf(person: string, day: string): Promise<readonly string[]> {
    const now = await this.current();
    const headed = (now.byPerson.get(person) ?? [])
      .filter(on(day))
      .flatMap(({ office }) => now.units.get(unitOf(now, office) ?? '')?.agency ?? []);
    const own = await this.agencyOf(`person:${person}`);
    return [...new Set([...headed, ...(own === null ? [] : [own])])];
  }

  /** The office above: the agency's for a unit's head, the secretary's for an agency's head, the regent's for the secretary. */
  async superiorOf(office: string): Promise<string> {
    return superiorIn(await this.current(), office);
  }

  /** The spouse, parents and children that a person or they have declared. */
  async kinOf(person: string): Promise<readonly string[]> {
    return (await this.current()).kin.get(person) ?? [];
  }

  async titleOf(office: string): Promise<Text> {
    return titleIn(await this.current(), office);
  }

  async unit(id: string): Promise<OfficeUnit | undefined> {
    return (await this.current()).units.get(id);
  }

  async hrAgency(): Promise<string | undefined> {
    return (await this.current()).unitByCode.get(this.options.hrAgency)?.id;
  }

  /** Where the read models stood at the last look. */
  async position(): Promise<string> {
    return (await this.current()).position;
  }

  /** Resolves once answers include everything up to a position, or simply everything read by now. */
  async refreshed(position?: string): Promise<void> {
    if (position !== undefined && this.snapshot && !isBefore(this.snapshot.position, position)) return;
    if (position !== undefined) await this.options.waitFor?.(position, READ);
    await this.checking;
    await this.look();
  }

  private placeOf(now: Snapshot, person: string, day: string): Place {
    const unit = now.unitOfPerson.get(person);
    const agency = now.agencyOfPerson.get(person);
    const hrAgency = now.unitByCode.get(this.options.hrAgency)?.id;
    return {
      person,
      ...(unit !== undefined && { unit }),
      ...(agency !== undefined && { agency }),
      ...(hrAgency !== undefined && { hrAgency }),
      // Who was lent an office is not above himself: whoever lent it is there, and decides.
      holds: (office) => holders(now, office, day).some((holding) => holding.person === person && holding.kind !== 'delegate'),
      superiorOf: (office) => aboveIn(now, office),
    };
  }

  private async current(): Promise<Snapshot> {
    if (this.snapshot && !(this.changed && this.options.onChange) && performance.now() - this.checkedAt < this.staleness)
      return this.snapshot;
    return this.look();
  }

  private look(): Promise<Snapshot> {
    this.checking ??= this.read().finally(() => (this.checking = undefined));
    return this.checking;
  }

  private async read(): Promise<Snapshot> {
    const since = performance.now();
    const told = this.changed;
    this.changed = false;
    try {
      const known = this.snapshot;
      const stale = told || known === undefined || (await commonPosition(this.db)) !== known.position;
      const next = stale ? await loadSnapshot(this.db) : known;
      this.snapshot = next;
      this.checkedAt = since;
      return next;
    } catch (error) {
      this.changed = true;
      throw error;
    }
  }
}
