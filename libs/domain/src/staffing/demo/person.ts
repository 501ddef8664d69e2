import { monthsAfter } from '../days.js';
import { contractGrades, ranks } from '../grades.js';
import { aName, aSchooling, type Schooling } from './names.js';
import type { DemoPost } from './posts.js';
import type { Random } from './random.js';

/** A made-up person in the words of the import's columns. Empty is "not so". */
export type DemoPerson = Readonly<{
  nip: string;
  name: string;
  gender: 'L' | 'P';
  birthDate: string;
  type: 'PNS' | 'CPNS' | 'PPPK' | 'PEJABAT NEGARA';
  status: string;
  grade: string;
  gradeSince: string;
  firstAppointed: string;
  appointed: string;
  education: string;
  field: string;
  post: string;
  since: string;
  inaugurated: string;
  decree: string;
  predicates: Readonly<Record<number, string>>;
  sanctions: string;
  email: string;
}>;

/** Ages between which people hold such posts, and the grades they have there. */
const LEVELS: Readonly<
  Record<DemoPost['level'], Readonly<{ ages: readonly [number, number]; grades: readonly [string, ...string[]] }>>
> = {
  elected: { ages: [48, 56], grades: ['IV/a'] },
  II: { ages: [48, 57], grades: ['IV/b', 'IV/c'] },
  III: { ages: [42, 55], grades: ['III/d', 'IV/a', 'IV/b'] },
  IV: { ages: [36, 54], grades: ['III/c', 'III/d'] },
  madya: { ages: [45, 57], grades: ['IV/a', 'IV/b', 'IV/c'] },
  muda: { ages: [36, 54], grades: ['III/c', 'III/d'] },
  pertama: { ages: [26, 44], grades: ['III/a', 'III/b'] },
  skilled: { ages: [25, 50], grades: ['II/c', 'II/d', 'III/a'] },
  clerk: { ages: [25, 56], grades: ['II/b', 'II/c', 'II/d', 'III/a'] },
};

const ECHELON_III: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'II.a': ['IV/c', 'IV/d'],
  'II.b': ['IV/b', 'IV/c'],
  'III.a': ['IV/a', 'IV/b'],
  'III.b': ['III/d', 'IV/a'],
  'IV.a': ['III/c', 'III/d'],
  'IV.b': ['III/b', 'III/c'],
};

const two = (n: number): string => String(n).padStart(2, '0');
const yearOf = (day: string): number => Number(day.slice(0, 4));

/** Makes people for posts; the same ones for the same seed and year. Everything it writes lies before 1 January of `year`. */
export class PeopleMaker {
  private readonly serials = new Map<string, number>();

  constructor(
    private readonly random: Random,
    private readonly year: number,
  ) {}

  make(post: DemoPost, fixed: Partial<DemoPerson> & Readonly<{ kind?: DemoPerson['type'] }> = {}): DemoPerson {
    const { random } = this;
    const type = fixed.kind ?? this.typeFor(post);
    const gender =
      fixed.gender ??
      (random.chance(post.line === 'managerial' ? 0.35 : post.line === 'teacher' || post.line === 'health' ? 0.72 : 0.5)
        ? 'P'
        : 'L');
    const birthDate = fixed.birthDate ?? this.birth(post, type);
    const schooling = this.schooling(post);
    const firstAppointed = this.firstAppointed(birthDate, type);
    const since = fixed.since ?? this.since(post, type, firstAppointed);
    const managerial = post.line === 'managerial';
    const name = fixed.name ?? withDegree(aName(random, gender === 'P' ? 'F' : 'M'), schooling);
    const nip = this.nip(birthDate, firstAppointed, type, gender);
    return {
      nip,
      name,
      gender,
      birthDate,
      type,
      status: type !== 'PEJABAT NEGARA' && random.chance(0.002) ? 'CLTN' : 'AKTIF',
      grade: this.grade(post, type, schooling, firstAppointed),
      gradeSince: type === 'PNS' ? `${random.int(this.year - 3, this.year - 1)}-${random.pick(['04', '10'])}-01` : '',
      firstAppointed: type === 'PEJABAT NEGARA' ? '' : firstAppointed,
      appointed: type === 'PNS' ? monthsAfter(firstAppointed, 12) : '',
      education: schooling.level,
      field: schooling.field,
      post: post.code,
      since,
      inaugurated: managerial || type === 'PEJABAT NEGARA' ? since : '',
      decree: `${type === 'PEJABAT NEGARA' ? '100.2.1.3' : '821.2'}/${random.int(1, 400)}/${yearOf(since)}`,
      predicates: type === 'PEJABAT NEGARA' ? {} : this.predicates(firstAppointed),
      sanctions: type === 'PEJABAT NEGARA' || managerial ? '' : this.sanctions(),
      email: `${
        name
          .split(',')[0]
          ?.toLowerCase()
          .replace(/[^a-z]+/g, '.') ?? 'pegawai'
      }.${nip.slice(-3)}@kepahiang.example`,
      ...without(fixed),
    };
  }

  private typeFor({ line, level }: DemoPost): DemoPerson['type'] {
    if (line === 'elected') return 'PEJABAT NEGARA';
    if (line === 'managerial' || level === 'madya' || level === 'muda') return 'PNS';
    if (this.random.chance(line === 'teacher' || line === 'health' ? 0.38 : 0.1)) return 'PPPK';
    return level !== 'skilled' && this.random.chance(0.04) ? 'CPNS' : 'PNS';
  }

  private birth({ level, retirementAge }: DemoPost, type: DemoPerson['type']): string {
    const [least, most] = LEVELS[level].ages;
    // Nobody of the demo reaches retirement before the second January from here; some do soon after.
    const age = type === 'CPNS' ? this.random.int(23, 30) : Math.min(this.random.int(least, most), retirementAge - 2);
    return `${this.year - 1 - age}-${two(this.random.int(1, 12))}-${two(this.random.int(1, 28))}`;
  }

  private firstAppointed(birthDate: string, type: DemoPerson['type']): string {
    if (type === 'CPNS') return `${this.year - 1}-${this.random.pick(['03', '06'])}-01`;
    if (type === 'PPPK') return `${this.random.int(this.year - 4, this.year - 1)}-${this.random.pick(['03', '07', '12'])}-01`;
    const latest = this.year - 4;
    const year = Math.min(latest, yearOf(birthDate) + this.random.int(22, 30));
    return `${year}-${this.random.pick(['01', '03', '04', '12'])}-01`;
  }

  private since({ line, level }: DemoPost, type: DemoPerson['type'], firstAppointed: string): string {
    if (type === 'PPPK' || type === 'CPNS') return firstAppointed;
    const most = line === 'managerial' ? 4 : level === 'clerk' ? 7 : 8;
    const year = Math.max(yearOf(firstAppointed) + 1, this.year - this.random.int(1, most));
    return `${Math.min(year, this.year - 1)}-${two(this.random.int(1, 12))}-${this.random.pick(['01', '01', '02', '15'])}`;
  }

  private schooling({ line, level }: DemoPost): Schooling {
    if (line === 'health' && level !== 'skilled') return { level: 'S1', field: 'Keperawatan', degree: 'S.Kep., Ns.' };
    return aSchooling(this.random, line === 'elected' ? 'managerial' : line);
  }

  private grade(
    { echelon, level }: DemoPost,
    type: DemoPerson['type'],
    { level: education }: Schooling,
    firstAppointed: string,
  ): string {
    if (type === 'PEJABAT NEGARA') return '';
    if (type === 'PPPK') return contractGrades[education === 'SMA' ? 4 : education === 'D3' ? 6 : 8];
    if (type === 'CPNS') return education === 'SMA' ? 'II/a' : education === 'D3' ? 'II/c' : 'III/a';
    const banded = ECHELON_III[echelon];
    if (banded) return this.random.pick(banded);
    if (level !== 'clerk' && level !== 'skilled') return this.random.pick(LEVELS[level].grades);
    const [start, most] = education === 'SMA' ? [4, 9] : education === 'D3' ? [6, 10] : [8, 11];
    const risen = Math.min(most, start + Math.floor((this.year - yearOf(firstAppointed)) / 4));
    return ranks[risen]?.[0] ?? 'III/a';
  }

  private nip(birthDate: string, firstAppointed: string, type: DemoPerson['type'], gender: 'L' | 'P'): string {
    const digit = gender === 'L' ? 1 : 2;
    const born = birthDate.replaceAll('-', '');
    const stem =
      type === 'PEJABAT NEGARA'
        ? `KDH-${born}-`
        : type === 'PPPK'
          ? `${born}${firstAppointed.slice(0, 4)}21${digit}`
          : `${born}${firstAppointed.slice(0, 7).replace('-', '')}${digit}`;
    const serial = (this.serials.get(stem) ?? 0) + 1;
    this.serials.set(stem, serial);
    return `${stem}${String(serial).padStart(3, '0')}`;
  }

  private predicates(firstAppointed: string): Readonly<Record<number, string>> {
    const weights = { BAIK: 83, 'SANGAT BAIK': 12, 'BUTUH PERBAIKAN': 3.5, KURANG: 1, 'SANGAT KURANG': 0.5 };
    const rated = [this.year - 2, this.year - 1].filter((year) => yearOf(firstAppointed) <= year && !this.random.chance(0.004));
    return Object.fromEntries(rated.map((year) => [year, this.random.weighted(weights, 'BAIK')]));
  }

  private sanctions(): string {
    if (!this.random.chance(0.012)) return '';
    const month = two(this.random.int(1, 12));
    const year = this.year - 1;
    const letter = `800.1.6.2/${this.random.int(1, 90)}/${year}`;
    return this.random.pick([
      `RINGAN; Teguran tertulis; ${year}-${month}-01; ${year}-${month}-28; ${letter}`,
      `SEDANG; Pemotongan tunjangan kinerja 25% selama 12 bulan; ${year}-12-15; ${this.year}-12-14; ${letter}`,
      `BERAT; Pembebasan dari jabatan menjadi pelaksana 12 bulan; ${year}-11-20; ${this.year + 1}-11-19; ${letter}`,
    ]);
  }
}

const withDegree = (name: string, { degree }: Schooling): string => (degree === '' ? name : `${name}, ${degree}`);

const without = ({ kind: _, ...fixed }: Partial<DemoPerson> & Readonly<{ kind?: unknown }>): Partial<DemoPerson> => fixed;
