import type { Text } from '@app/workflow';
import type { CaseFacts, PersonCard, Place } from './facts.js';

/** Where what something is called is taken from. */
export type Source = 'asked' | 'remembered';

const KEPT = 20_000;

/**
 * What people and posts are called, and were called when somebody last asked.
 *
 * A page that is read asks anew. The answer to a command may be made of what is remembered, so that deciding costs no query;
 * a name that was corrected shows at the next reading.
 */
export class Names {
  private readonly cards = new Map<string, PersonCard>();
  private readonly places = new Map<string, Place>();

  constructor(private readonly facts: Pick<CaseFacts, 'people' | 'post' | 'officeTitle'>) {}

  async people(ids: readonly string[], source: Source): Promise<ReadonlyMap<string, PersonCard>> {
    const wanted = source === 'remembered' ? ids.filter((id) => !this.cards.has(id)) : ids;
    if (wanted.length > 0) for (const [id, card] of await this.facts.people(wanted)) keep(this.cards, id, card);
    return this.cards;
  }

  async place(postId: string, source: Source): Promise<Place | undefined> {
    const known = source === 'remembered' ? this.places.get(postId) : undefined;
    if (known) return known;
    const found = await this.facts.post(postId);
    if (!found) return undefined;
    const { post, unit, agency } = found;
    return keep(this.places, postId, { post, unit, agency });
  }

  /** Drops every name: call it when a person was forgotten. */
  forget(): void {
    this.cards.clear();
  }

  officeTitle(office: string): Promise<Text> {
    return this.facts.officeTitle(office);
  }
}

const keep = <V>(map: Map<string, V>, key: string, value: V): V => {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > KEPT && oldest !== undefined) map.delete(oldest);
  return value;
};
