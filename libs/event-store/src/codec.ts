import type { Message } from '@app/decider';
import type { Recorded } from './event-store.js';
import { type CommonFields, Interned } from './interned.js';
import type { KeyVault, SubjectKey } from './keys.js';
import { isSealed, seal, unseal } from './sealed.js';
import { type PersonalFields, upcast, type Upcasters, versionOf } from './upcast.js';

type Data = Readonly<Record<string, unknown>>;

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

  /** The event's data as it is stored. Without a key (the subject was forgotten) its personal fields are stored as `null`. */
  encode({ type, data }: Message, id: string, subject: string | undefined, key: SubjectKey | undefined): Data {
    const fields = this.personalFields[type];
    const clear: Data = dataOf(data);
    if (!fields) return clear;
    const sealed: Record<string, unknown> = { ...clear };
    let readsBack = key !== undefined;
    for (const field of fields) {
      const value = sealed[field];
      if (value === undefined || value === null) continue;
      sealed[field] = key && subject !== undefined ? seal(value, subject, key, `${id}.${field}`) : null;
      readsBack &&= typeof value === 'string'; // anything else reads back as what JSON makes of it
    }
    if (readsBack) this.clear.set(sealed, clear);
    return sealed;
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
      for (const value of Object.values(dataOf(data))) if (isSealed(value)) subjects.add(value.k);
    }
    const keys = subjects.size === 0 ? undefined : await this.vault.keysOf([...subjects]);
    return events.map((event) => this.shared(this.decodeOne(event, keys)));
  }

  private decodeOne(event: Recorded, keys: ReadonlyMap<string, SubjectKey> | undefined): Recorded {
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

const opened = ({ id, data }: Recorded, keys: ReadonlyMap<string, SubjectKey>): unknown => {
  let clear: Record<string, unknown> | undefined;
  for (const [field, value] of Object.entries(dataOf(data))) {
    if (!isSealed(value)) continue;
    const key = keys.get(value.k);
    clear ??= { ...dataOf(data) };
    clear[field] = key ? unseal(value, key, `${id}.${field}`) : null;
  }
  return clear ?? data;
};

// The one place where the data of an event is taken to be what every event's data is: a JSON object.
const dataOf = (data: unknown): Data => data as Data;
