/** Words for people, by code. */
export const texts = {
  'cases.absent': { id: 'Perkara ini tidak ada.', en: 'There is no such case.' },
  'cases.exists': { id: 'Perkara dengan nomor ini sudah ada.', en: 'There is such a case already.' },
  'cases.changed-meanwhile': {
    id: 'Perkara ini baru saja diubah orang lain; muat ulang lalu periksa kembali.',
    en: 'Somebody has just changed this case; load it again and look once more.',
  },
  'cases.subject-unknown': {
    id: 'Pegawai ini tidak ditemukan atau tidak menduduki jabatan.',
    en: 'There is no such employee, or none with a post.',
  },
  'cases.person-unknown': {
    id: 'Orang yang Anda sebut bukan pegawai yang menduduki jabatan di sini.',
    en: 'Whom you name is no employee with a post here.',
  },
  'cases.definition-unknown': {
    id: 'Tidak ada alur persetujuan {{definition}} yang dapat diajukan di sini.',
    en: 'There is no approval {{definition}} of which a case can be made here.',
  },
  'cases.dossier-objections': {
    id: 'Isian belum dapat diterima: {{fields}}.',
    en: 'What was filled in cannot be accepted: {{fields}}.',
  },
  'cases.not-editable': {
    id: 'Isian hanya dapat diubah selama masih konsep atau dikembalikan kepada pengusul.',
    en: 'It is changed only as a draft, or when it was returned to its proposer.',
  },
  'cases.not-the-proposer': { id: 'Hanya pengusul yang dapat melakukan ini.', en: 'Only the proposer may do this.' },
  'cases.lines-not-offered': {
    id: 'Jenis usulan ini tidak dapat diajukan secara kolektif.',
    en: 'This kind of request takes no lines.',
  },
  'cases.lines-too-many': { id: 'Paling banyak {{max}} baris dalam satu usulan.', en: 'A batch has at most {{max}} lines.' },
  'cases.line-unknown': {
    id: 'Pegawai ini tidak ditemukan atau tidak menduduki jabatan.',
    en: 'There is no such employee, or none with a post.',
  },
  'cases.line-twice': { id: 'Pegawai ini sudah tercantum dalam usulan.', en: 'This employee is in the batch already.' },
  'cases.line-key-twice': { id: 'Kunci baris ini sudah dipakai.', en: 'Another line has this key.' },
  'cases.line-added': {
    id: 'Setelah diajukan, baris hanya dapat dikeluarkan; ajukan pegawai lain dalam usulan tersendiri.',
    en: 'Once submitted, lines can only be taken out; propose others in a batch of their own.',
  },
  'cases.attachment-unknown': { id: 'Lampiran ini tidak ada.', en: 'There is no such attachment.' },
} as const;
