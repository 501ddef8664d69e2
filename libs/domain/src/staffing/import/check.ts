import { checkPeople } from './check-people.js';
import { checkPosts, checkUnits } from './check-structure.js';
import { parseRows } from './parse.js';
import type { Ids, Known, Plan } from './plan.js';
import { readFile } from './read.js';
import type { Remark } from './report.js';

/** Reads a file and checks it as a whole: every row by itself, then all of them against each other and against what is known. */
export const checkFile = async (bytes: Uint8Array, known: Known, ids: Ids): Promise<Plan> => {
  const file = await readFile(bytes);
  const parsed = parseRows(file);
  const bad: Remark[] = [...parsed.bad];
  const warnings: Remark[] = [];
  const units = await checkUnits(parsed.units, parsed.codes.units, known, ids, bad);
  const posts = await checkPosts(parsed.posts, parsed.codes.units, units, known, ids, bad);
  const people = await checkPeople(parsed.people, { ids, units, posts, codes: parsed.codes.posts, bad, warnings });

  const count = (sheet: string) => file.rows.filter((row) => row.sheet === sheet).length;
  const report = {
    rows: file.rows.length,
    units: count('UNIT'),
    posts: count('JABATAN'),
    people: count('PEGAWAI'),
    bad: bad.sort(byPlace),
    warnings: warnings.sort(byPlace),
    ignored: file.ignored,
  };
  return bad.length > 0
    ? { report, units: [], posts: [], people: [] }
    : { report, units: units.planned, posts: posts.planned, people };
};

const byPlace = (a: Remark, b: Remark): number => a.sheet.localeCompare(b.sheet) || a.row - b.row;
