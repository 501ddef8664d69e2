import type { DemoPerson } from './person.js';

/** A demo account: the post its person holds, and what is fixed about that person. */
type Part = Readonly<{
  username: string;
  post: string;
  grant?: 'hr-officer' | 'tpk' | 'auditor' | 'admin';
  fixed?: (year: number) => Partial<DemoPerson>;
}>;

/** What makes the rules pass: two years in the post but not five, good predicates, no sanction, no retirement in sight. */
const spotless = (year: number): Partial<DemoPerson> => ({
  birthDate: `${year - 38}-05-17`,
  gender: 'P',
  status: 'AKTIF',
  since: `${year - 3}-02-01`,
  inaugurated: '',
  predicates: { [year - 2]: 'BAIK', [year - 1]: 'SANGAT BAIK' },
  sanctions: '',
  grade: 'III/b',
  gradeSince: `${year - 2}-04-01`,
});

const clean = (): Partial<DemoPerson> => ({ status: 'AKTIF', sanctions: '' });

/**
 * Who is who in the demo. The assessment team is none of the other decision makers, since nobody may decide twice on one case,
 * and nobody of the inspectorate, which could not review its own people.
 */
export const cast: readonly Part[] = [
  { username: 'asn', post: 'DKP.PANGAN', fixed: (year) => ({ ...spotless(year), name: 'Ade Aprianti, S.P.' }) },
  { username: 'kepala.asal', post: 'DKP.KEPALA', fixed: clean },
  { username: 'kepala.tujuan', post: 'BAPPEDA.KEPALA', fixed: clean },
  { username: 'verifikator', post: 'BKDPSDM.SDM1', grant: 'hr-officer', fixed: clean },
  { username: 'kepala.bkpsdm', post: 'BKDPSDM.KEPALA', fixed: clean },
  { username: 'tpk.1', post: 'SETDA.ASISTEN1', grant: 'tpk', fixed: clean },
  { username: 'tpk.2', post: 'SETDA.ASISTEN2', grant: 'tpk', fixed: clean },
  { username: 'tpk.3', post: 'SETDA.ASISTEN3', grant: 'tpk', fixed: clean },
  { username: 'tpk.4', post: 'SETDA.2.KABAG', grant: 'tpk', fixed: clean },
  { username: 'tpk.5', post: 'SETDA.8.KABAG', grant: 'tpk', fixed: clean },
  { username: 'sekda', post: 'SETDA.SEKDA', fixed: clean },
  {
    username: 'bupati',
    post: 'KEPAHIANG.BUPATI',
    fixed: () => ({
      gender: 'L',
      birthDate: '1972-08-09',
      since: '2025-02-20',
      inaugurated: '2025-02-20',
      decree: '100.2.1.3-221 Tahun 2025',
    }),
  },
  { username: 'auditor', post: 'INSPEKTORAT.AUDITOR2', grant: 'auditor', fixed: clean },
  { username: 'admin', post: 'KOMINFO.PRAKOM', grant: 'admin', fixed: clean },
];

/** Those of `asn`'s agency come after him in a list by name, and the post he may move to comes first among the vacant ones. */
export const stage = { origin: 'DKP', destination: 'BAPPEDA', target: 'BAPPEDA.DATA', targetFilled: 1 } as const;
