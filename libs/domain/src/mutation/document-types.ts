import type { Text } from '@app/workflow';

/** A kind of paper a transfer needs (PBKN 5/2019), and for whom. */
export type DocumentType = Readonly<{
  type: string;
  label: Text;
  /** `internal` and `own_request` make it required; the rest is asked for by a rule. */
  neededFor: readonly string[];
  /** How long it is good for, in months from the day of issue. */
  validityMonths: number | null;
  /** The stage whose decision is this paper, so that nobody attaches it. */
  producedBy: string | null;
}>;

/** To ask for another paper, add a row. */
export const documentTypes: readonly DocumentType[] = [
  {
    type: 'position_workload_analysis',
    label: { id: 'Hasil analisis jabatan dan analisis beban kerja', en: 'Job analysis and workload analysis' },
    neededFor: ['internal'],
    validityMonths: null,
    producedBy: null,
  },
  {
    type: 'own_request_letter',
    label: { id: 'Surat permohonan dari PNS yang bersangkutan', en: 'Request letter by the employee' },
    neededFor: ['own_request'],
    validityMonths: null,
    producedBy: null,
  },
  {
    type: 'no_discipline_statement',
    label: {
      id: 'Surat pernyataan tidak sedang dalam proses atau menjalani hukuman disiplin dan/atau proses peradilan',
      en: 'Statement: no disciplinary or court process',
    },
    neededFor: ['internal'],
    validityMonths: 3,
    producedBy: null,
  },
  {
    type: 'last_rank_position_decree',
    label: { id: 'Salinan SK pangkat dan/atau jabatan terakhir', en: 'Copy of last rank and position decree' },
    neededFor: ['internal'],
    validityMonths: null,
    producedBy: null,
  },
  {
    type: 'performance_2y',
    label: {
      id: 'Salinan penilaian prestasi kerja bernilai baik dalam 2 tahun terakhir',
      en: 'Performance rating Good, last 2 years',
    },
    neededFor: ['internal'],
    validityMonths: 12,
    producedBy: null,
  },
  {
    type: 'opd_proposal',
    label: { id: 'Surat usul Kepala OPD', en: 'Proposal letter of agency head' },
    neededFor: ['internal'],
    validityMonths: null,
    producedBy: null,
  },
  {
    type: 'opd_release',
    label: { id: 'Surat persetujuan/keberatan Kepala OPD asal', en: 'Consent or objection of origin agency head' },
    neededFor: ['internal'],
    validityMonths: null,
    producedBy: 'release',
  },
  {
    type: 'opd_acceptance',
    label: { id: 'Surat kesediaan menerima Kepala OPD tujuan', en: 'Acceptance by destination agency head' },
    neededFor: ['internal'],
    validityMonths: null,
    producedBy: 'acceptance',
  },
  {
    type: 'tpk_minutes',
    label: { id: 'Berita acara sidang Tim Penilai Kinerja', en: 'TPK session minutes' },
    neededFor: ['internal'],
    validityMonths: null,
    producedBy: 'tpk',
  },
  {
    type: 'mendagri_permission',
    label: { id: 'Persetujuan tertulis Menteri Dalam Negeri', en: 'Written Mendagri permission' },
    neededFor: ['freeze', 'acting_regent', 'first_6_months'],
    validityMonths: null,
    producedBy: null,
  },
  {
    type: 'family_reason_evidence',
    label: { id: 'Surat tugas suami/istri, buku nikah, KK', en: 'Evidence of family reason' },
    neededFor: ['own_request'],
    validityMonths: null,
    producedBy: null,
  },
];
