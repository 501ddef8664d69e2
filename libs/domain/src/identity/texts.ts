/** What people read for each code of this context. */
export const texts = {
  'identity.not-granted': { id: 'Orang ini tidak memegang peran tersebut.', en: 'This person does not hold this office.' },
  'identity.office-not-granted-here': {
    id: 'Peran ini melekat pada jabatan, bukan diberikan tersendiri.',
    en: 'This office comes with a position and is not granted.',
  },
  'identity.letter-missing': { id: 'Nomor surat wajib diisi.', en: 'The number of the letter is required.' },
  'identity.dates-reversed': { id: 'Tanggal akhir mendahului tanggal awal.', en: 'The last day is before the first.' },
  'identity.acting-term-too-long': {
    id: 'Masa Plt paling lama {{months}} bulan untuk satu surat perintah.',
    en: 'An acting official (Plt) is named for {{months}} months at most.',
  },
  'identity.acting-terms-exhausted': {
    id: 'Masa Plt hanya dapat diperpanjang satu kali ({{terms}} × {{months}} bulan).',
    en: 'An acting term (Plt) can be extended once only ({{terms}} × {{months}} months).',
  },
  'identity.substitute-overlaps': {
    id: 'Sudah ada pengganti untuk jabatan ini pada {{from}} s.d. {{until}}.',
    en: 'Somebody already stands in for this office from {{from}} to {{until}}.',
  },
  'identity.unknown-substitute': { id: 'Penunjukan pengganti tidak ditemukan.', en: 'There is no such substitute.' },
  'identity.personal-office': {
    id: 'Tidak ada pengganti untuk tindakan pribadi seorang pegawai.',
    en: 'Nobody stands in for a person as such.',
  },
  'identity.names-himself': {
    id: 'Pengganti tidak boleh menunjuk dirinya sendiri; mintalah pejabat lain yang menunjuk.',
    en: 'Nobody names himself a substitute: somebody else has to name him.',
  },
} as const;
