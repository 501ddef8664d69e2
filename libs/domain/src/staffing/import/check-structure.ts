import type { Parsed } from './parse.js';
import type { Ids, Known, KnownPost, KnownUnit, PlannedPost, PlannedUnit } from './plan.js';
import { remark, type Remark } from './report.js';
import type { PostRow, UnitRow } from './sheets.js';

export type Units = Readonly<{
  planned: readonly PlannedUnit[];
  find: (code: string) => Promise<KnownUnit | undefined>;
  byId: (id: string) => Promise<KnownUnit | undefined>;
}>;

/** Builds the tree of units. A unit's agency (OPD) is the nearest agency or district (kecamatan) above it, itself included. */
export const checkUnits = async (
  rows: readonly Parsed<UnitRow>[],
  codes: ReadonlySet<string>,
  known: Known,
  ids: Ids,
  bad: Remark[],
): Promise<Units> => {
  const byCode = new Map<string, Parsed<UnitRow>>();
  for (const parsed of rows) {
    const code = parsed.value['KODE UNIT'];
    if (byCode.has(code)) bad.push(remark('UNIT', parsed.row, 'KODE UNIT', code, 'import.duplicate'));
    else byCode.set(code, parsed);
  }

  const agencies = new Map<string, string | undefined>();
  const agencyOf = async (code: string, seen: readonly string[]): Promise<string | undefined> => {
    const done = agencies.get(code);
    if (done !== undefined) return done;
    const parsed = byCode.get(code);
    if (!parsed) return (await known.unit(code))?.agency;
    const { 'JENIS UNIT': kind, INDUK: parent } = parsed.value;
    const fail = (reason: 'import.unit-circle' | 'import.unknown-unit') =>
      void bad.push(remark('UNIT', parsed.row, 'INDUK', parent ?? '', reason));
    let agency: string | undefined = ids.unit(code);
    if (parent) {
      if (seen.includes(parent) || parent === code) return fail('import.unit-circle');
      const above = byCode.has(parent) ? await agencyOf(parent, [...seen, code]) : (await known.unit(parent))?.agency;
      if (above === undefined) return codes.has(parent) ? undefined : fail('import.unknown-unit');
      if (kind !== 'agency' && kind !== 'district') agency = above;
    }
    agencies.set(code, agency);
    return agency;
  };

  const planned: PlannedUnit[] = [];
  for (const [code, { row, value }] of byCode) {
    const agency = await agencyOf(code, []);
    if (agency === undefined) continue;
    const parent = value.INDUK ? ids.unit(value.INDUK) : null;
    const kind = value['JENIS UNIT'];
    const before = await known.unit(code);
    if (before && (before.parent !== parent || before.kind !== kind))
      bad.push(remark('UNIT', row, 'INDUK', value.INDUK ?? '', 'import.unit-moved'));
    planned.push({ type: 'EstablishUnit', data: { id: ids.unit(code), code, name: value['NAMA UNIT'], parent, agency, kind } });
  }
  const byPlan = new Map(planned.map(({ data }) => [data.code, data]));
  const byUnitId = new Map(planned.map(({ data }) => [data.id, data]));
  return {
    planned,
    find: async (code) => byPlan.get(code) ?? known.unit(code),
    byId: async (id) => byUnitId.get(id) ?? known.unitById(id),
  };
};

export type Posts = Readonly<{
  planned: readonly PlannedPost[];
  rows: ReadonlyMap<string, number>;
  find: (code: string) => Promise<KnownPost | undefined>;
}>;

/** BUP of UU 20/2023 where the file has none. */
const RETIREMENT: Readonly<Record<string, number>> = { JPT_PRATAMA: 60 };
const MANAGERIAL: readonly string[] = ['JPT_PRATAMA', 'ADMINISTRATOR', 'SUPERVISOR'];

export const checkPosts = async (
  rows: readonly Parsed<PostRow>[],
  codes: ReadonlySet<string>,
  units: Units,
  known: Known,
  ids: Ids,
  bad: Remark[],
): Promise<Posts> => {
  const planned = new Map<string, PlannedPost>();
  const places = new Map<string, number>();
  const offices = new Set<string>();
  for (const { row, value } of rows) {
    const code = value['KODE JABATAN'];
    if (planned.has(code)) {
      bad.push(remark('JABATAN', row, 'KODE JABATAN', code, 'import.duplicate'));
      continue;
    }
    const unit = await units.find(value['UNIT ORGANISASI']);
    if (!unit) {
      if (!codes.has(value['UNIT ORGANISASI']))
        bad.push(remark('JABATAN', row, 'UNIT ORGANISASI', value['UNIT ORGANISASI'], 'import.unknown-unit'));
      continue;
    }
    const unitId = ids.unit(unit.code);
    const before = await known.post(code);
    if (before && before.unit !== unitId)
      bad.push(remark('JABATAN', row, 'UNIT ORGANISASI', value['UNIT ORGANISASI'], 'import.post-moved'));
    const office = value.KEDUDUKAN ? (value.KEDUDUKAN === 'head' ? `head:${unitId}` : value.KEDUDUKAN) : null;
    if (office !== null && offices.has(office))
      bad.push(remark('JABATAN', row, 'KEDUDUKAN', value.KEDUDUKAN ?? '', 'import.office-twice'));
    if (office !== null) offices.add(office);
    const type = value['JENIS JABATAN'];
    planned.set(code, {
      type: 'EstablishPost',
      data: {
        id: ids.post(code),
        code,
        title: value['NAMA JABATAN'],
        unit: unitId,
        agency: unit.agency,
        type,
        echelon: value.ESELON ?? null,
        jobClass: value['KELAS JABATAN'] ?? null,
        retirementAge: value.BUP ?? RETIREMENT[type] ?? 58,
        need: value.KEBUTUHAN,
        office,
        inFreezeScope: MANAGERIAL.includes(type) || (type === 'FUNCTIONAL' && office !== null),
        jobFamily: value.RUMPUN ?? null,
      },
    });
    places.set(code, row);
  }
  return { planned: [...planned.values()], rows: places, find: async (code) => planned.get(code)?.data ?? known.post(code) };
};
