import type { Message } from '@app/decider';
import type { Recorded } from './event-store.js';
import { type CommonFields, Interned } from './interned.js';
import type { KeyVault, SubjectKey } from './keys.js';
import { isSealed, seal, unseal } from './sealed.js';
import { type PersonalFields, upcast, type Upcasters, versionOf } from './upcast.js';

type Data = Readonly<Record<string, unknown>>;
type Keys = ReadonlyMap<string, SubjectKey>;

/** What `Codec` needs to know of the events. */
export type EventTables = Readonly<{ upcasters?: Upcasters; personalFields?: PersonalFields; commonFields?: CommonFields }>;

/**
 * Between events as the code knows them and events as they are stored: encrypts the personal fields and
 * stamps the version on the way in, decrypts and upcasts on the way out.
 *
 * A field whose subject was forgotten reads as `null`.
 */
export class Codec {
  private readonly upcasters: Upcasters;
  private readonly personalFields: PersonalFields;
  private readonly commonFields: CommonFields;
  private readonly interned = new Interned();
  /** What was encrypted here, in clear, by what is stored of it: its writer's process need not decrypt it again. */
  private clear = new WeakMap<Data, Data>();

  constructor(
    private readonly vault: KeyVault,
    { upcasters = {}, personalFields = {}, commonFields = {} }: EventTables = {},
  ) {
    this.upcasters = upcasters;
    this.personalFields = personalFields;
    this.commonFields = commonFields;
  }

  versionOf(type: string): number {
    return versionOf(this.upcasters, type);
  }

  /** The key that these events need, if any of them holds something personal. */
  async keyToSeal(events: readonly Message[], subject: string | undefined): Promise<SubjectKey | undefined> {
    const personal = events.find(({ type }) => this.personalFields[type]);
    if (!personal) return undefined;
    if (subject === undefined) throw new Error(`${personal.type} holds personal fields, but the command names no subject`);
    return this.vault.keyFor(subject);
  }

  /** The keys of others whom these events are about, besides their subject. Who was forgotten has none. */
  async keysOfOthers(events: readonly Message[]): Promise<Keys> {
    const keys = new Map<string, SubjectKey>();
    for (const person of new Set(events.flatMap((event) => this.othersIn(event)))) {
      const key = await this.vault.keyFor(person);
      if (key) keys.set(person, key);
    }
    return keys;
  }

  /**
   * The event's data as it is stored. Without a key (the subject was forgotten) its personal fields are stored as `null`, and so is
   * what is about one of the others who has none. Where `others` is left out, all is sealed for the subject.
   */
  encode({ type, data }: Message, id: string, subject: string | undefined, key: SubjectKey | undefined, others?: Keys): Data {
    const fields = this.personalFields[type];
    const clear: Data = dataOf(data);
    if (!fields) return clear;
    const sealed: Record<string, unknown> = { ...clear };
    let readsBack = true;
    const sealedFor = (value: unknown, whose: string | undefined, theirs: SubjectKey | undefined, place: string) => {
      readsBack &&= theirs !== undefined && typeof value === 'string'; // anything else reads back as what JSON makes of it
      return theirs && whose !== undefined ? seal(value, whose, theirs, place) : null;
    };
    for (const entry of fields) {
      const field = typeof entry === 'string' ? entry : entry.field;
      const value = sealed[field];
      if (value === undefined || value === null) continue;
      const people = typeof entry === 'string' || !others ? undefined : clear[entry.of];
      sealed[field] =
        isRecord(value) && isRecord(people)
          ? eachOf(value, (part, name) => {
              const person = personAt(people, name);
              const place = `${id}.${field}.${name}`;
              return person === undefined
                ? sealedFor(part, subject, key, place)
                : sealedFor(part, person, others?.get(person), place);
            })
          : sealedFor(value, subject, key, `${id}.${field}`);
    }
    if (readsBack) this.clear.set(sealed, clear);
    return sealed;
  }

  /** Whom an event is about besides its subject. */
  private othersIn({ type, data }: Message): readonly string[] {
    return (this.personalFields[type] ?? []).flatMap((entry) => {
      const whose = typeof entry === 'string' ? undefined : dataOf(data)[entry.of];
      return isRecord(whose) ? Object.keys(whose).flatMap((key) => personAt(whose, key) ?? []) : [];
    });
  }

  /** Lets go of what is known in clear: call it when a person was forgotten. */
  forget(): void {
    this.clear = new WeakMap();
  }

  /** The events as the code knows them today. The keys of a batch are fetched at once. */
  async decode(events: readonly Recorded[]): Promise<readonly Recorded[]> {
    const subjects = new Set<string>();
    for (const { data } of events) {
      if (this.clear.has(dataOf(data))) continue;
      for (const value of Object.values(dataOf(data)))
        for (const part of partsOf(value)) if (isSealed(part)) subjects.add(part.k);
    }
    const keys = subjects.size === 0 ? undefined : await this.vault.keysOf([...subjects]);
    return events.map((event) => this.shared(this.decodeOne(event, keys)));
  }

  private decodeOne(event: Recorded, keys: Keys | undefined): Recorded {
    const clear = this.clear.get(dataOf(event.data));
    if (clear) return { ...event, data: clear }; // written by this process, so in today's shape
    const steps = this.upcasters[event.type];
    if (!keys && !steps) return event;
    const data = keys ? opened(event, keys) : event.data;
    const version = this.versionOf(event.type);
    if (!steps || event.version >= version) return data === event.data ? event : { ...event, data };
    return { ...event, version, data: upcast(this.upcasters, { type: event.type, data, version: event.version }).data };
  }

  private shared(event: Recorded): Recorded {
    const common = this.commonFields[event.type];
    if (!common) return event;
    const data = dataOf(event.data);
    const [name, value] = [data[common.named], data[common.field]];
    if (typeof name !== 'string' || typeof value !== 'object') return event;
    const one = this.interned.oneOf(name, value);
    return one === value ? event : { ...event, data: { ...data, [common.field]: one } };
  }
}

const opened = ({ id, data }: Recorded, keys: Keys): unknown => {
  let clear: Record<string, unknown> | undefined;
  for (const [field, value] of Object.entries(dataOf(data))) {
    if (!partsOf(value).some(isSealed)) continue;
    const open = (part: unknown, place: string): unknown => {
      if (!isSealed(part)) return part;
      const key = keys.get(part.k);
      return key ? unseal(part, key, place) : null;
    };
    clear ??= { ...dataOf(data) };
    clear[field] =
      isSealed(value) || !isRecord(value)
        ? open(value, `${id}.${field}`)
        : eachOf(value, (part, key) => open(part, `${id}.${field}.${key}`));
  }
  return clear ?? data;
};

const isRecord = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What may be sealed of a field: itself, or each of its entries. */
const partsOf = (value: unknown): readonly unknown[] => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return isSealed(value) ? [value] : Object.values(value);
};

const eachOf = (record: Data, change: (part: unknown, key: string) => unknown): Data =>
  Object.fromEntries(Object.entries(record).map(([key, part]) => [key, change(part, key)]));

const personAt = (whose: Data, key: string): string | undefined => {
  const person = Object.hasOwn(whose, key) ? whose[key] : undefined;
  return typeof person === 'string' ? person : undefined;
};

// The one place where the data of an event is taken to be what every event's data is: a JSON object.
const dataOf = (data: unknown): Data => data as Data;
