import type { Text } from '@app/workflow';
import type { Snapshot } from './directory-snapshot.js';

const TITLES: Readonly<Record<string, Text>> = {
  regent: { id: 'Bupati', en: 'Regent' },
  secretary: { id: 'Sekretaris Daerah', en: 'Regional Secretary' },
  'hr-officer': { id: 'Verifikator kepegawaian', en: 'HR verifier' },
  tpk: { id: 'Anggota Tim Penilai Kinerja', en: 'Member of the performance assessment team' },
  auditor: { id: 'Auditor Inspektorat', en: 'Auditor of the Inspectorate' },
  admin: { id: 'Administrator sistem', en: 'System administrator' },
};

/** What an office is called, in the words of the position map where it comes with a post. */
export const titleIn = ({ posts, units, sameAs }: Snapshot, office: string): Text => {
  const known = TITLES[sameAs.get(office) ?? office];
  if (known) return known;
  if (office.startsWith('person:')) return { id: 'Pegawai yang bersangkutan', en: 'The employee concerned' };
  const unit = units.get(office.replace(/^head:/, ''));
  if (!unit) return { id: office, en: office };
  const head = unit.kind === 'district' ? 'District head of' : unit.kind === 'school' ? 'Principal of' : 'Head of';
  return { id: posts.get(office)?.title ?? `Kepala ${unit.name}`, en: `${head} ${unit.name}` };
};
