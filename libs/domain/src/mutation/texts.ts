import { texts as ruleTexts } from './eligibility/texts.js';

/** Words for people, by code. */
export const texts = {
  ...ruleTexts,
  'mutation.absent': { id: 'Usulan ini tidak ada.', en: 'There is no such proposal.' },
  'mutation.exists': { id: 'Usulan dengan nomor ini sudah ada.', en: 'There is such a proposal already.' },
  'mutation.changed-meanwhile': {
    id: 'Usulan ini baru saja diubah orang lain; muat ulang lalu periksa kembali.',
    en: 'Somebody has just changed this proposal; load it again and look once more.',
  },
  'mutation.facts-stale': {
    id: 'Berkas diubah saat perintah ini diproses; silakan coba lagi.',
    en: 'The file was changed while this was being carried out; please try again.',
  },
  'mutation.not-a-day': { id: 'Tanggal {{value}} tidak ada.', en: 'There is no such day as {{value}}.' },
  'mutation.effective-date-past': {
    id: 'Tanggal yang diinginkan ({{effectiveDate}}) sudah lewat.',
    en: 'The wished date ({{effectiveDate}}) has passed.',
  },
  'mutation.same-post': { id: 'Itu jabatan yang sedang dipegangnya.', en: 'It is the post that the employee holds.' },
  'mutation.same-agency': {
    id: 'Mutasi antar-OPD memerlukan jabatan di perangkat daerah lain.',
    en: 'An internal rotation needs a post in another agency.',
  },
  'mutation.reason-missing': { id: 'Tuliskan alasannya.', en: 'Give the reason.' },
  'mutation.employee-unknown': {
    id: 'Pegawai ini tidak ditemukan atau tidak menduduki jabatan.',
    en: 'There is no such employee, or none with a post.',
  },
  'mutation.position-unknown': { id: 'Jabatan ini tidak ada dalam peta jabatan.', en: 'The map of posts has no such post.' },
  'mutation.move-type-unknown': {
    id: 'Jenis mutasi {{moveType}} belum memiliki alur yang diterbitkan.',
    en: 'No definition is published for moves of the kind {{moveType}}.',
  },
  'mutation.not-yours-to-propose': {
    id: 'Permohonan sendiri tidak dapat dialihkan kepada pegawai lain, dan sebaliknya.',
    en: 'An own request stays with its person, and cannot become one.',
  },
  'mutation.not-the-proposer': {
    id: 'Hanya pejabat pengusul yang dapat melakukan ini.',
    en: 'Only the proposing office may do this.',
  },
  'mutation.not-editable': {
    id: 'Berkas hanya dapat diubah selama draf atau setelah dikembalikan kepada pengusul.',
    en: 'The file is changed only as a draft, or after it was returned to the proposer.',
  },
  'mutation.document-type-unknown': {
    id: 'Jenis dokumen {{value}} tidak dikenal.',
    en: 'A document of type {{value}} is not known.',
  },
  'mutation.document-unknown': { id: 'Dokumen ini tidak ada dalam usulan.', en: 'The proposal has no such document.' },
  'mutation.document-empty': { id: 'Berkas yang diunggah kosong.', en: 'The file that was uploaded is empty.' },
  'mutation.document-too-large': { id: 'Berkas lebih besar dari 10 MB.', en: 'The file is larger than 10 MB.' },
  'mutation.document-type-refused': {
    id: 'Hanya berkas PDF, PNG, dan JPEG yang diterima.',
    en: 'Only PDF, PNG and JPEG files are accepted.',
  },
  'mutation.document-not-what-it-says': {
    id: 'Isi berkas bukan {{name}} seperti yang disebut namanya.',
    en: 'The file is not the {{name}} that its name says.',
  },
  'mutation.too-many-documents': {
    id: 'Satu usulan memuat paling banyak {{most}} dokumen.',
    en: 'A proposal holds {{most}} documents at most.',
  },
  'mutation.not-at-verification': {
    id: 'Dokumen diperiksa pada tahap verifikasi.',
    en: 'Documents are judged at the verification stage.',
  },
  'mutation.not-the-verifier': {
    id: 'Hanya verifikator kepegawaian yang memeriksa dokumen.',
    en: 'Only the HR officer judges documents.',
  },
  'mutation.verifier-is-proposer': {
    id: 'Pengusul tidak boleh memverifikasi usulannya sendiri.',
    en: 'Who proposed may not verify.',
  },
  'mutation.note-missing': { id: 'Jelaskan kekurangan dokumen tersebut.', en: 'Describe what is wrong with the document.' },
  'mutation.facts-missing': {
    id: 'Data untuk pemeriksaan syarat belum tersedia; silakan coba lagi.',
    en: 'The facts for the eligibility check were missing; please try again.',
  },
  'mutation.not-eligible': {
    id: 'Syarat mutasi belum terpenuhi. Lihat butir pemeriksaan yang menghalangi.',
    en: 'The move does not meet the requirements. See the checks that stand in the way.',
  },
  'mutation.warnings-need-reason': {
    id: 'Ada peringatan pada pemeriksaan syarat; tuliskan alasan untuk melanjutkan.',
    en: 'The eligibility check warns; give a reason for going on.',
  },
  'mutation.documents-unjudged': { id: 'Periksa dahulu semua dokumen wajib.', en: 'Judge every required document first.' },
  'mutation.documents-deficient': {
    id: 'Ada dokumen wajib yang kurang, tidak ada, atau kedaluwarsa; kembalikan usulan untuk diperbaiki.',
    en: 'A required document is deficient, missing or expired; return the proposal for repair.',
  },
  'mutation.not-approved': {
    id: 'Usulan ini belum disetujui, atau persetujuannya sudah dicabut.',
    en: 'The proposal is not approved, or its approval was rescinded.',
  },
  'mutation.not-hr': { id: 'Hanya badan kepegawaian yang menerbitkan keputusan.', en: 'Only the HR agency issues decrees.' },
  'mutation.own-case': { id: 'Tidak seorang pun memutuskan perkaranya sendiri.', en: 'Nobody decides on himself.' },
  'mutation.decree-exists': {
    id: 'Usulan ini sudah memiliki keputusan nomor {{number}}.',
    en: 'The proposal has a decree already, number {{number}}.',
  },
  'mutation.decree-date-future': {
    id: 'Tanggal keputusan tidak boleh setelah hari ini ({{today}}).',
    en: 'The date of the decree may not be after today ({{today}}).',
  },
  'mutation.decree-before-approval': {
    id: 'Tanggal keputusan tidak boleh sebelum persetujuan ({{approvedOn}}).',
    en: 'The decree may not be dated before the approval ({{approvedOn}}).',
  },
  'mutation.effective-before-decree': {
    id: 'TMT ({{effectiveDate}}) tidak boleh sebelum tanggal keputusan ({{date}}).',
    en: 'The effective date ({{effectiveDate}}) may not be before the date of the decree ({{date}}).',
  },
  'mutation.no-decree': { id: 'Belum ada keputusan.', en: 'There is no decree yet.' },
  'mutation.not-the-regent': {
    id: 'Hanya bupati, atau kepala badan kepegawaian atas namanya, yang mencabut persetujuan.',
    en: 'Only the regent, or the head of HR on his behalf, rescinds an approval.',
  },
  'mutation.already-effective': {
    id: 'Mutasi ini sudah berlaku; persetujuan tidak dapat dicabut lagi.',
    en: 'The move has taken effect; the approval can no longer be rescinded.',
  },
  'mutation.person-claimed': {
    id: 'Pegawai ini masih dalam usulan mutasi lain yang berjalan.',
    en: 'The employee is in another live proposal.',
  },
  'mutation.post-promised': {
    id: 'Jabatan ini sudah dijanjikan dalam usulan lain, atau tidak lowong.',
    en: 'The post is promised in another proposal, or has no vacancy.',
  },
  'mutation.halted.not-eligible': {
    id: 'Mutasi tidak diberlakukan pada TMT: syarat tidak lagi terpenuhi ({{rules}}).',
    en: 'The move was not carried out on its effective date: the requirements are no longer met ({{rules}}).',
  },
  'mutation.halted.staffing.unknown-person': {
    id: 'Mutasi tidak diberlakukan pada TMT: data pegawai tidak ditemukan.',
    en: 'The move was not carried out on its effective date: there is no record of the employee.',
  },
  'mutation.halted.staffing.other-post': {
    id: 'Mutasi tidak diberlakukan pada TMT: pegawai sudah menduduki jabatan lain daripada yang diusulkan.',
    en: 'The move was not carried out on its effective date: the employee holds another post than the proposal says.',
  },
  'mutation.halted.staffing.holds-no-post': {
    id: 'Mutasi tidak diberlakukan pada TMT: pegawai tidak menduduki jabatan.',
    en: 'The move was not carried out on its effective date: the employee holds no post.',
  },
  'mutation.halted.staffing.move-before-start': {
    id: 'Mutasi tidak diberlakukan pada TMT: TMT mendahului jabatan yang sekarang.',
    en: 'The move was not carried out on its effective date: it precedes the start of the present assignment.',
  },
  'mutation.halted.staffing.not-active': {
    id: 'Mutasi tidak diberlakukan pada TMT: pegawai tidak aktif.',
    en: 'The move was not carried out on its effective date: the employee is not active.',
  },
} as const;
