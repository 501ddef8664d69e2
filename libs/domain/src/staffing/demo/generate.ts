import { cast, stage } from './cast.js';
import { PeopleMaker, type DemoPerson } from './person.js';
import type { DemoPost, DemoUnit } from './posts.js';
import { Random } from './random.js';
import { buildStructure } from './structure.js';

export type DemoData = Readonly<{
  units: readonly DemoUnit[];
  posts: readonly DemoPost[];
  people: readonly DemoPerson[];
  /** Years whose predicates are known: the last two. */
  years: readonly [number, number];
  /** Account name to NIP. */
  accounts: Readonly<Record<string, string>>;
  grants: readonly Readonly<{ office: 'hr-officer' | 'tpk' | 'auditor' | 'admin'; nip: string }>[];
  /** Code of the vacant post that `asn` may move to. */
  target: string;
}>;

export type DemoOptions = Readonly<{
  seed?: number;
  year: number;
  /** Leaves out schools and clinics, for tests. */ small?: boolean;
}>;

/**
 * A made-up regency of about 4,000 people for one year: the same for the same seed and year.
 * Nobody in it exists; names, numbers and careers are made up.
 */
export const generateDemo = ({ seed = 1708, year, small = false }: DemoOptions): DemoData => {
  const random = new Random(seed);
  const structure = buildStructure(random);
  const isSmall = (code: string) => !/^(SD|SMP|PKM|RSUD)\b/.test(code);
  const units = small ? structure.units.filter(({ code }) => isSmall(code)) : structure.units;
  const posts = small ? structure.posts.filter(({ unit }) => isSmall(unit)) : structure.posts;
  const maker = new PeopleMaker(random, year);

  const accounts: Record<string, string> = {};
  const grants: DemoData['grants'][number][] = [];
  const people: DemoPerson[] = [];
  for (const post of posts) {
    const parts = cast.filter((part) => part.post === post.code);
    for (const { username, grant, fixed } of parts) {
      const kind = post.line === 'elected' ? 'PEJABAT NEGARA' : 'PNS';
      const one = maker.make(post, { kind, ...fixed?.(year) });
      accounts[username] = one.nip;
      if (grant) grants.push({ office: grant, nip: one.nip });
      people.push(one);
    }
    for (let n = parts.length; n < filledOf(post, random); n++) people.push(afterTheStar(post, () => maker.make(post)));
  }
  return { units, posts, people, years: [year - 2, year - 1], accounts, grants, target: stage.target };
};

/** How many of a post's places are taken. */
const filledOf = ({ code, unit, need, line, title }: DemoPost, random: Random): number => {
  if (code === stage.target) return stage.targetFilled;
  if (line === 'elected' || cast.some((part) => part.post === code)) return need;
  // No vacant post of that agency comes before the one that the demo is about.
  if (unit === stage.destination && title < 'Analis Data') return need;
  if (need === 1) return random.chance(line === 'managerial' ? 0.07 : 0.12) ? 0 : 1;
  return Math.max(0, Math.min(need + (random.chance(0.04) ? 1 : 0), Math.round(need * (0.7 + random.next() * 0.4))));
};

const afterTheStar = ({ unit }: DemoPost, make: () => DemoPerson): DemoPerson => {
  for (let attempt = 0; ; attempt++) {
    const one = make();
    if (unit !== stage.origin || one.name > 'Ade B' || attempt > 20) return one;
  }
};
