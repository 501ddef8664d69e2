/** Why a cell of an import is not taken over, or is odd. */
export const reasons = {
  'import.unreadable': { id: 'Berkas tidak dapat dibaca sebagai XLSX atau CSV.', en: 'The file cannot be read as XLSX or CSV.' },
  'import.no-known-sheet': {
    id: 'Tidak ada lembar UNIT, JABATAN, atau PEGAWAI yang dikenali dari judul kolomnya.',
    en: 'No sheet could be recognised as UNIT, JABATAN or PEGAWAI by its column titles.',
  },
  'import.too-many-rows': { id: 'Berkas berisi terlalu banyak baris.', en: 'The file has too many rows.' },
  'import.column-missing': { id: 'Kolom wajib tidak ada.', en: 'A required column is missing.' },
  'import.required': { id: 'Wajib diisi.', en: 'This is required.' },
  'import.too-long': { id: 'Terlalu panjang.', en: 'This is too long.' },
  'import.bad-date': {
    id: 'Bukan tanggal yang ada; tulis YYYY-MM-DD atau DD-MM-YYYY.',
    en: 'Not a date that exists; write YYYY-MM-DD or DD-MM-YYYY.',
  },
  'import.bad-number': { id: 'Bukan bilangan bulat yang wajar.', en: 'Not a whole number in range.' },
  'import.unknown-value': { id: 'Nilai ini tidak dikenal.', en: 'This value is not known.' },
  'import.unknown-grade': {
    id: 'Golongan ruang ini tidak ada untuk jenis pegawainya.',
    en: 'There is no such grade for this kind of employee.',
  },
  'import.unknown-predicate': { id: 'Predikat kinerja tidak dikenal.', en: 'There is no such performance predicate.' },
  'import.bad-sanction': {
    id: 'Tulis TINGKAT; JENIS; MULAI; SAMPAI; NOMOR SK (beberapa dipisah dengan |), atau kosongkan.',
    en: 'Write LEVEL; KIND; FROM; UNTIL; LETTER (several separated by |), or leave it empty.',
  },
  'import.bad-email': { id: 'Alamat surel tidak sah.', en: 'Not an e-mail address.' },
  'nip.shape': {
    id: 'NIP harus 18 angka (tulis sebagai teks) dengan angka jenis kelamin 1 atau 2.',
    en: 'A NIP has 18 digits (kept as text) with 1 or 2 for the gender.',
  },
  'nip.birth-date': { id: 'Tanggal lahir di dalam NIP tidak ada.', en: 'The birth date inside the NIP does not exist.' },
  'nip.first-month': {
    id: 'Bulan TMT CPNS di dalam NIP tidak ada.',
    en: 'The month of first appointment inside the NIP does not exist.',
  },
  'nip.age': {
    id: 'TMT CPNS di dalam NIP terlalu dekat dengan tanggal lahir.',
    en: 'The first appointment inside the NIP is too close to the birth date.',
  },
  'import.nip-birth-date': {
    id: 'Tanggal lahir berbeda dari yang ada di dalam NIP.',
    en: 'The birth date differs from the one inside the NIP.',
  },
  'import.nip-gender': {
    id: 'Jenis kelamin berbeda dari yang ada di dalam NIP.',
    en: 'The gender differs from the one inside the NIP.',
  },
  'import.nip-first-month': {
    id: 'TMT CPNS berbeda dari bulan di dalam NIP.',
    en: 'The first appointment differs from the month inside the NIP.',
  },
  'import.duplicate': { id: 'Sudah ada di baris lain dalam berkas ini.', en: 'This is already in another row of this file.' },
  'import.unknown-unit': {
    id: 'Kode unit tidak ada dalam berkas maupun dalam sistem.',
    en: 'There is no such unit, neither in the file nor in the system.',
  },
  'import.unknown-post': {
    id: 'Kode jabatan tidak ada dalam berkas maupun dalam sistem.',
    en: 'There is no such position, neither in the file nor in the system.',
  },
  'import.unit-circle': { id: 'Induk unit berputar ke dirinya sendiri.', en: 'The parents of this unit lead back to itself.' },
  'import.unit-moved': {
    id: 'Unit ini sudah ada di bawah induk atau jenis lain; pemindahan unit tidak dapat lewat impor.',
    en: 'This unit stands elsewhere already; a unit cannot be moved by import.',
  },
  'import.post-moved': {
    id: 'Jabatan ini sudah ada di unit lain; pemindahan jabatan tidak dapat lewat impor.',
    en: 'This position belongs to another unit already; it cannot be moved by import.',
  },
  'import.office-twice': {
    id: 'Kedudukan ini sudah melekat pada jabatan lain dalam berkas.',
    en: 'This office already comes with another position of the file.',
  },
  'import.other-unit': {
    id: 'Unit organisasi berbeda dari unit jabatannya.',
    en: 'The unit differs from the one of the position.',
  },
  'import.type-differs': {
    id: 'Jenis jabatan berbeda dari yang ada pada daftar jabatan; yang dipakai adalah daftar jabatan.',
    en: 'The type differs from the list of positions, which is the one used.',
  },
  'import.overfilled': {
    id: 'Pegawai pada jabatan ini melebihi kebutuhan.',
    en: 'More people hold this position than it needs.',
  },
} as const;

export type Reason = keyof typeof reasons;
