/** Grades (golongan ruang) of civil servants, lowest first, with the name of their rank (pangkat). Source: SIASN codes. */
export const ranks = [
  ['I/a', 'Juru Muda'],
  ['I/b', 'Juru Muda Tingkat I'],
  ['I/c', 'Juru'],
  ['I/d', 'Juru Tingkat I'],
  ['II/a', 'Pengatur Muda'],
  ['II/b', 'Pengatur Muda Tingkat I'],
  ['II/c', 'Pengatur'],
  ['II/d', 'Pengatur Tingkat I'],
  ['III/a', 'Penata Muda'],
  ['III/b', 'Penata Muda Tingkat I'],
  ['III/c', 'Penata'],
  ['III/d', 'Penata Tingkat I'],
  ['IV/a', 'Pembina'],
  ['IV/b', 'Pembina Tingkat I'],
  ['IV/c', 'Pembina Utama Muda'],
  ['IV/d', 'Pembina Utama Madya'],
  ['IV/e', 'Pembina Utama'],
] as const;

/** Groups of employees on contract (PPPK), lowest first. */
export const contractGrades = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
  'XIII',
  'XIV',
  'XV',
  'XVI',
  'XVII',
] as const;

const order = new Map<string, number>(ranks.map(([grade], index) => [grade, index + 1]));
const names = new Map<string, string>(ranks);

/** 1 for I/a to 17 for IV/e; 0 for whatever is no civil servant's grade. */
export const gradeOrder = (grade: string | null): number => (grade === null ? 0 : (order.get(grade) ?? 0));

/** `Penata Tingkat I` for `III/d`; `null` where there is no such grade. */
export const rankName = (grade: string | null): string | null => (grade === null ? null : (names.get(grade) ?? null));

export const isGrade = (grade: string): boolean => order.has(grade);
export const isContractGrade = (grade: string): boolean => contractGrades.some((known) => known === grade);
