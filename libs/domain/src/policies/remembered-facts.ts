import type { Calendar, Directory, Text } from '@app/workflow';
import { CaseFacts, type EligibilityFacts, type Parties, type PersonCard, type Place } from '@app/domain/mutation';

type Post = Place & Readonly<{ need: number; incumbents: readonly string[] }>;
type EligibilityAsked = Parameters<CaseFacts['eligibility']>[0];

export type RememberedFactsOptions = Readonly<{
  /** How long a name is remembered at most, in milliseconds: the net for a change that nobody told of. */
  lifeMs?: number;
  /** How many of each are remembered. */
  most?: number;
  /** Real time in milliseconds. */
  real?: () => number;
}>;

/**
 * The same facts, with what people and posts are called kept in memory, since every answer to a decision shows them.
 *
 * Whoever knows that a read model of staffing has changed says so by `forget`. What the rules rest on is never remembered.
 */
export class RememberedFacts extends CaseFacts {
  private readonly cards: Memory<PersonCard>;
  private readonly posts: Memory<Post>;

  constructor(
    private readonly facts: CaseFacts,
    options: RememberedFactsOptions = {},
  ) {
    super();
    this.cards = new Memory(options);
    this.posts = new Memory(options);
  }

  /** Everything is asked anew from here on; what is being asked right now is not kept. */
  forget(): void {
    this.cards.clear();
    this.posts.clear();
  }

  async people(ids: readonly string[]): Promise<ReadonlyMap<string, PersonCard>> {
    const found = new Map<string, PersonCard>();
    const missing: string[] = [];
    for (const id of ids) {
      const card = this.cards.get(id);
      if (card) found.set(id, card);
      else missing.push(id);
    }
    if (missing.length === 0) return found;
    const keep = this.cards.keeper();
    for (const [id, card] of await this.facts.people(missing)) {
      keep(id, card);
      found.set(id, card);
    }
    return found;
  }

  async post(postId: string): Promise<Post | undefined> {
    const known = this.posts.get(postId);
    if (known) return known;
    const keep = this.posts.keeper();
    const post = await this.facts.post(postId);
    if (post) keep(postId, post);
    return post;
  }

  directory(parties: Parties, day: string): Promise<Directory> {
    return this.facts.directory(parties, day);
  }

  calendar(): Promise<Calendar> {
    return this.facts.calendar();
  }

  override authority(): ReturnType<CaseFacts['authority']> {
    return this.facts.authority();
  }

  override kinOf(person: string): ReturnType<CaseFacts['kinOf']> {
    return this.facts.kinOf(person);
  }

  eligibility(asked: EligibilityAsked): Promise<EligibilityFacts> {
    return this.facts.eligibility(asked);
  }

  locate(employeeId: string, day: string): ReturnType<CaseFacts['locate']> {
    return this.facts.locate(employeeId, day);
  }

  officeTitle(office: string): Promise<Text> {
    return this.facts.officeTitle(office);
  }
}

/** Values by id, for a while, the oldest let go of first. */
class Memory<Value> {
  private readonly kept = new Map<string, Readonly<{ value: Value; until: number }>>();
  private readonly lifeMs: number;
  private readonly most: number;
  private readonly real: () => number;
  private era = 0;

  constructor({ lifeMs = 10_000, most = 20_000, real = Date.now }: RememberedFactsOptions) {
    this.lifeMs = lifeMs;
    this.most = most;
    this.real = real;
  }

  get(id: string): Value | undefined {
    const found = this.kept.get(id);
    return found && found.until > this.real() ? found.value : undefined;
  }

  /** Keeps what was asked from here on, unless everything was forgotten in the meantime. */
  keeper(): (id: string, value: Value) => void {
    const { era } = this;
    return (id, value) => {
      if (era !== this.era) return;
      this.kept.delete(id);
      this.kept.set(id, { value, until: this.real() + this.lifeMs });
      if (this.kept.size <= this.most) return;
      const [oldest] = this.kept.keys();
      if (oldest !== undefined) this.kept.delete(oldest);
    };
  }

  clear(): void {
    this.era += 1;
    this.kept.clear();
  }
}
