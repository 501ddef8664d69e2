import type { LocalText } from '../http/places.js';

type Account = Readonly<{ username: string; title: LocalText }>;

/** The accounts that come with the demo's data, and with it alone. Their password is no secret there. */
export class DemoAccounts {
  readonly password = 'kepahiang';

  constructor(readonly on: boolean) {}

  get all(): readonly Account[] {
    return accounts;
  }
}

const assessor = (seat: number): Account => ({
  username: `tpk.${seat}`,
  title: { id: `Anggota Tim Penilai Kinerja ${seat}`, en: `Member ${seat} of the assessment team` },
});

const accounts: readonly Account[] = [
  { username: 'kepala.asal', title: { id: 'Kepala OPD asal', en: 'Head of the origin agency' } },
  { username: 'kepala.tujuan', title: { id: 'Kepala OPD tujuan', en: 'Head of the receiving agency' } },
  { username: 'asn', title: { id: 'Pegawai (ASN)', en: 'Civil servant' } },
  { username: 'verifikator', title: { id: 'Verifikator kepegawaian', en: 'HR verifier' } },
  { username: 'kepala.bkpsdm', title: { id: 'Kepala BKDPSDM', en: 'Head of HR' } },
  ...[1, 2, 3, 4, 5].map(assessor),
  { username: 'sekda', title: { id: 'Sekretaris Daerah', en: 'Regional secretary' } },
  { username: 'bupati', title: { id: 'Bupati', en: 'Regent' } },
  { username: 'auditor', title: { id: 'Auditor Inspektorat', en: 'Auditor of the inspectorate' } },
  { username: 'admin', title: { id: 'Administrator sistem', en: 'System administrator' } },
];
