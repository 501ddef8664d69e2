import { reasons } from './import/reasons.js';

/** What people read for each code of this context; `{{fact}}` is filled from the refusal's facts. */
export const texts = {
  ...reasons,
  'staffing.unknown-person': { id: 'Pegawai tidak ditemukan.', en: 'There is no such person.' },
  'staffing.unknown-unit': { id: 'Unit organisasi tidak ditemukan.', en: 'There is no such unit.' },
  'staffing.unknown-post': { id: 'Jabatan tidak ditemukan.', en: 'There is no such position.' },
  'staffing.exists-otherwise': {
    id: 'Kode {{code}} sudah dipakai di tempat lain dalam struktur organisasi.',
    en: 'The code {{code}} is already used elsewhere in the organisation.',
  },
  'staffing.need-negative': {
    id: 'Kebutuhan harus bilangan bulat nol atau lebih.',
    en: 'The need must be a whole number of zero or more.',
  },
  'staffing.holds-a-post': { id: 'Pegawai ini masih memegang jabatan lain.', en: 'This person still holds another position.' },
  'staffing.holds-no-post': { id: 'Pegawai ini tidak sedang memegang jabatan.', en: 'This person holds no position.' },
  'staffing.other-post': {
    id: 'Pegawai ini sudah menduduki jabatan lain sejak usulan dibuat.',
    en: 'This person has taken up another position since the proposal was made.',
  },
  'staffing.move-before-start': {
    id: 'TMT tidak boleh sebelum atau sama dengan TMT jabatan sekarang ({{from}}).',
    en: 'The effective date must be after the start of the present position ({{from}}).',
  },
  'staffing.not-active': { id: 'Pegawai ini tidak berstatus aktif.', en: 'This person is not in active service.' },
  'staffing.status-in-future': {
    id: 'Perubahan status dicatat pada atau setelah tanggal berlakunya ({{from}}).',
    en: 'A change of status is recorded on or after the day it takes effect ({{from}}).',
  },
  'staffing.status-before-service': {
    id: 'Tanggal berlaku ({{from}}) mendahului masa kerja yang tercatat ({{served}}); periksa kembali tanggalnya.',
    en: 'The day it takes effect ({{from}}) is before what is recorded of the service ({{served}}); check the date.',
  },
  'staffing.letter-missing': { id: 'Nomor surat wajib diisi.', en: 'The number of the letter is required.' },
  'staffing.dates-reversed': { id: 'Tanggal akhir mendahului tanggal awal.', en: 'The last day is before the first.' },
  'staffing.unknown-sanction': {
    id: 'Hukuman disiplin tersebut tidak ada pada pegawai ini.',
    en: 'This person has no such sanction.',
  },
  'staffing.examination-open': {
    id: 'Masih ada pemeriksaan yang berjalan ({{letter}}).',
    en: 'An examination is still open ({{letter}}).',
  },
  'staffing.no-examination': { id: 'Tidak ada pemeriksaan yang berjalan.', en: 'No examination is open.' },
  'staffing.in-service': {
    id: 'Data pribadi hanya dilupakan setelah yang bersangkutan tidak lagi bertugas dan tidak memegang jabatan ({{status}}).',
    en: 'Personal data are forgotten only of somebody who is out of service and holds no position ({{status}}).',
  },
  'staffing.file-is-kept': {
    id: 'Berkas kepegawaiannya wajib disimpan sampai {{until}} ({{years}} tahun setelah berhenti; dasar: {{source}}).',
    en: 'The personnel file must be kept until {{until}} ({{years}} years after the end of service; by: {{source}}).',
  },
  'staffing.reason-missing': { id: 'Alasan wajib diisi.', en: 'A reason is required.' },
  'staffing.reason-names-person': {
    id: 'Alasan tetap terbaca selamanya: tulis tanpa nama, NIP, atau kontak yang bersangkutan.',
    en: 'The reason stays readable for ever: write it without the name, NIP or contacts of the person.',
  },
  'staffing.forgets-himself': {
    id: 'Tidak seorang pun melupakan data dirinya sendiri.',
    en: 'Nobody forgets his own data.',
  },
  'staffing.forgotten': {
    id: 'Data pribadi pegawai ini sudah dilupakan.',
    en: 'The personal data of this person were forgotten.',
  },
  'staffing.own-kin': { id: 'Hubungan keluarga tidak dapat menunjuk ke diri sendiri.', en: 'A person cannot be kin to himself.' },
} as const;
