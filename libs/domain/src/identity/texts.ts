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
    id: 'Masa Plt paling lama {{months}} bulan untuk satu surat perintah ({{basis}}).',
    en: 'An acting official (Plt) is named for {{months}} months at most ({{basis}}).',
  },
  'identity.acting-terms-exhausted': {
    id: 'Masa Plt hanya dapat diperpanjang satu kali ({{terms}} × {{months}} bulan; {{basis}}).',
    en: 'An acting term (Plt) can be extended once only ({{terms}} × {{months}} months; {{basis}}).',
  },
  'identity.substitute-overlaps': {
    id: 'Sudah ada pengganti untuk jabatan ini pada {{from}} s.d. {{until}}.',
    en: 'Somebody already stands in for this office from {{from}} to {{until}}.',
  },
  'identity.daily-term-too-long': {
    id: 'Plh menggantikan pejabat yang berhalangan sementara, paling lama {{months}} bulan ({{basis}}); untuk jabatan yang kosong tunjuklah Plt.',
    en: 'A daily acting official (Plh) stands in for a passing absence, {{months}} months at most ({{basis}}); name an acting one (Plt) for a vacant office.',
  },
  'identity.daily-without-holder': {
    id: 'Jabatan ini tidak berpejabat definitif pada tanggal mulai; Plh hanya untuk pejabat definitif yang berhalangan sementara, tunjuklah Plt ({{basis}}).',
    en: 'Nobody holds this office by right on the first day; a Plh stands in for a holder who is away, so name a Plt ({{basis}}).',
  },
  'identity.delegator-missing': {
    id: 'Delegasi harus menyebut pejabat yang mendelegasikan.',
    en: 'A delegation names the official who lends his power.',
  },
  'identity.delegation-cascades': {
    id: 'Wewenang yang diterima melalui delegasi atau penunjukan pengganti tidak dapat didelegasikan lagi ({{basis}}).',
    en: 'Power had by delegation or as a substitute is not delegated on ({{basis}}).',
  },
  'identity.delegation-loops': {
    id: 'Orang ini sudah memangku jabatan tersebut sehingga tidak dapat menerima delegasinya.',
    en: 'This person holds the office already and cannot be its delegate.',
  },
  'identity.not-a-holder': {
    id: 'Pejabat yang disebut tidak memangku jabatan ini pada tanggal mulai.',
    en: 'The official named does not hold this office on the first day.',
  },
  'identity.seat-unnamed': {
    id: 'Sebutkan anggota yang digantikan: jabatan ini dipegang beberapa orang.',
    en: 'Name the member who is replaced: several people hold this office.',
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
