import { v5 as uuidV5 } from 'uuid';
import type { CareerFacts, EmployeeType, PersonalData } from '../events.js';
import { isContractGrade, isGrade } from '../grades.js';
import { readNip } from '../nip.js';
import { isDay } from '../days.js';
import { cleaned } from './cells.js';
import type { Posts, Units } from './check-structure.js';
import type { Parsed } from './parse.js';
import type { Ids, KnownPost, PlannedPerson, PredicateWord } from './plan.js';
import type { Reason } from './reasons.js';
import { remark, type Remark } from './report.js';
import { readSanctions } from './sanctions.js';
import { predicateWords, predicateYear, type PersonRow } from './sheets.js';

type Deps = Readonly<{ ids: Ids; units: Units; posts: Posts; codes: ReadonlySet<string>; bad: Remark[]; warnings: Remark[] }>;

export const checkPeople = async (rows: readonly Parsed<PersonRow>[], deps: Deps): Promise<readonly PlannedPerson[]> => {
  const seen = new Set<string>();
  const filled = new Map<string, number>();
  const planned: PlannedPerson[] = [];
  for (const parsed of rows) {
    const { NIP: nip, JABATAN: code, STATUS } = parsed.value;
    if (seen.has(nip)) {
      deps.bad.push(remark('PEGAWAI', parsed.row, 'NIP', nip, 'import.duplicate'));
      continue;
    }
    seen.add(nip);
    const one = await checkPerson(parsed, deps);
    if (one) planned.push(one);
    if (code && (STATUS ?? 'active') === 'active') filled.set(code, (filled.get(code) ?? 0) + 1);
  }
  for (const { data } of deps.posts.planned)
    if ((filled.get(data.code) ?? 0) > data.need)
      deps.warnings.push(
        remark('JABATAN', deps.posts.rows.get(data.code) ?? 0, 'KEBUTUHAN', String(data.need), 'import.overfilled'),
      );
  return planned;
};

const checkPerson = async (
  { row, value, raw }: Parsed<PersonRow>,
  { ids, units, posts, codes, bad, warnings }: Deps,
): Promise<PlannedPerson | undefined> => {
  let good = true;
  const fail = (column: string, reason: Reason) => {
    good = false;
    bad.push(remark('PEGAWAI', row, column, raw[column] ?? '', reason));
  };
  const warn = (column: string, reason: Reason) => void warnings.push(remark('PEGAWAI', row, column, raw[column] ?? '', reason));

  const employeeType = value['JENIS PEGAWAI'] ?? 'PNS';
  const personal = personalOf(value, employeeType, fail, warn);
  const grade = value['GOL RUANG'] ?? null;
  if (grade !== null && !gradeExists(grade, employeeType)) fail('GOL RUANG', 'import.unknown-grade');

  const id = ids.person(value.NIP);
  const post = value.JABATAN ? await posts.find(value.JABATAN) : undefined;
  if (value.JABATAN && !post && !codes.has(value.JABATAN)) fail('JABATAN', 'import.unknown-post');
  const from = value['TMT JABATAN'];
  if (value.JABATAN && !from) fail('TMT JABATAN', 'import.required');
  if (post && value['UNIT ORGANISASI'] && !(await isUnit(value['UNIT ORGANISASI'], post, units, ids)))
    fail('UNIT ORGANISASI', 'import.other-unit');
  if (post && value['JENIS JABATAN'] && value['JENIS JABATAN'] !== post.type) warn('JENIS JABATAN', 'import.type-differs');

  const sanctions = value.HUKDIS === undefined ? undefined : readSanctions(value.HUKDIS, id);
  if (value.HUKDIS !== undefined && sanctions === undefined) fail('HUKDIS', 'import.bad-sanction');

  const predicates = predicatesOf(raw, fail);
  if (!good || !personal) return undefined;
  const placement =
    post && from
      ? {
          assignment: uuidV5(`${ids.post(post.code)}:${from}`, id),
          post: ids.post(post.code),
          unit: post.unit,
          agency: post.agency,
          from,
          inaugurated: value['TANGGAL PELANTIKAN'] ?? null,
          decree: value['NO SK JABATAN'] ?? null,
        }
      : value.JABATAN === null
        ? null
        : undefined;
  return {
    type: 'RecordPerson',
    data: {
      id,
      personal,
      career: careerOf(value),
      ...(placement === undefined ? {} : { placement }),
      ...(sanctions ? { sanctions } : {}),
    },
    predicates,
  };
};

type Say = (column: string, reason: Reason) => void;

const personalOf = (value: PersonRow, type: EmployeeType, fail: Say, warn: Say): PersonalData | undefined => {
  const { NIP: nip, NAMA: name, 'JENIS KELAMIN': gender, 'TANGGAL LAHIR': birthDate, EMAIL: email, 'NO HP': phone } = value;
  const contact = { ...(email ? { email } : {}), ...(phone ? { phone } : {}) };
  if (type === 'ELECTED' || type === 'PPPK') {
    const inside = `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`;
    if (type === 'PPPK' && !/^\d{18}$/.test(nip)) return void fail('NIP', 'nip.shape');
    if (type === 'PPPK' && !isDay(inside)) return void fail('NIP', 'nip.birth-date');
    if (type === 'PPPK' && birthDate && birthDate !== inside) return void fail('TANGGAL LAHIR', 'import.nip-birth-date');
    const born = birthDate ?? (type === 'PPPK' ? inside : undefined);
    if (!born) return void fail('TANGGAL LAHIR', 'import.required');
    if (!gender) return void fail('JENIS KELAMIN', 'import.required');
    return { name, nip, birthDate: born, gender, ...contact };
  }
  const parts = readNip(nip);
  if (typeof parts === 'string') return void fail('NIP', parts);
  if (birthDate && birthDate !== parts.birthDate) return void fail('TANGGAL LAHIR', 'import.nip-birth-date');
  if (gender && gender !== parts.gender) return void fail('JENIS KELAMIN', 'import.nip-gender');
  const first = value['TMT CPNS'];
  if (first && first.slice(0, 7) !== parts.firstMonth) warn('TMT CPNS', 'import.nip-first-month');
  return { name, nip, birthDate: parts.birthDate, gender: parts.gender, ...contact };
};

const gradeExists = (grade: string, type: EmployeeType): boolean =>
  type === 'PPPK' ? isContractGrade(grade) : type !== 'ELECTED' && isGrade(grade);

/** Written as its code or as its name. */
const isUnit = async (written: string, { unit }: KnownPost, units: Units, ids: Ids): Promise<boolean> =>
  ids.unit(written) === unit || (await units.byId(unit))?.name.toUpperCase() === written.toUpperCase();

/** Only what the file has a column for. */
const careerOf = (value: PersonRow): Partial<CareerFacts> => {
  const facts: { [K in keyof CareerFacts]?: CareerFacts[K] | undefined } = {
    employeeType: value['JENIS PEGAWAI'] ?? undefined,
    status: value.STATUS ?? undefined,
    grade: value['GOL RUANG'],
    gradeSince: value['TMT GOLONGAN'],
    tmtCpns: value['TMT CPNS'],
    tmtPns: value['TMT PNS'],
    education: value.PENDIDIKAN,
    educationField: value.JURUSAN,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined));
};

const predicatesOf = (raw: Readonly<Record<string, string>>, fail: Say): PlannedPerson['predicates'] =>
  Object.entries(raw).flatMap(([title, cell]) => {
    const year = predicateYear(title);
    const written = cleaned(cell).toUpperCase();
    if (year === undefined || written === '' || written === '-') return [];
    const predicate = wordFor(written);
    if (predicate) return [{ year, predicate }];
    fail(title, 'import.unknown-predicate');
    return [];
  });

const wordFor = (written: string): PredicateWord | undefined =>
  new Map<string, PredicateWord>(Object.entries(predicateWords)).get(written);
