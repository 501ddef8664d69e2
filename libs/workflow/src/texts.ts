/** The engine's words for people, by code. Filled with a rejection's facts (`{{stage}}` …) by whoever shows them. */
export const texts = {
  'workflow.absent': { id: 'Berkas ini tidak ditemukan.', en: 'There is no such case.' },
  'workflow.exists': { id: 'Berkas ini sudah ada.', en: 'This case exists already.' },
  'workflow.not-an-initiator': {
    id: 'Jabatan Anda saat ini tidak berwenang memulai usulan ini.',
    en: 'None of the offices you hold today may start this.',
  },
  'workflow.already-submitted': {
    id: 'Usulan sudah diajukan dan sedang diproses.',
    en: 'This has been submitted already and is under way.',
  },
  'workflow.no-stage': { id: 'Tidak ada tahap yang berlaku untuk usulan ini.', en: 'No stage applies to this case.' },
  'workflow.condition-failed': {
    id: 'Syarat tahap "{{stage}}" tidak dapat dinilai ({{about}}). Hubungi pengelola alur persetujuan.',
    en: 'The condition of stage "{{stage}}" cannot be judged ({{about}}). Ask whoever keeps the approval definition.',
  },
  'workflow.unknown-stage': { id: 'Tahap "{{stage}}" tidak dikenal.', en: 'There is no stage "{{stage}}".' },
  'workflow.not-open': { id: 'Usulan ini tidak sedang menunggu keputusan.', en: 'This case is not waiting for a decision.' },
  'workflow.closed': { id: 'Usulan ini sudah selesai diputus.', en: 'This case is closed.' },
  'workflow.stage-not-current': {
    id: 'Tahap "{{stage}}" tidak sedang berjalan; yang berjalan adalah "{{open}}".',
    en: 'Stage "{{stage}}" is not the current one; "{{open}}" is.',
  },
  'workflow.verb-not-offered': {
    id: 'Tindakan ini tidak tersedia pada tahap "{{stage}}".',
    en: 'Stage "{{stage}}" does not offer this.',
  },
  'workflow.not-an-actor': {
    id: 'Tahap ini bukan kewenangan jabatan Anda.',
    en: 'This stage belongs to an office that you do not hold.',
  },
  'workflow.own-case': {
    id: 'Anda tidak dapat memutus usulan tentang diri Anda sendiri.',
    en: 'Nobody decides on his own case.',
  },
  'workflow.four-eyes': {
    id: 'Anda sudah bertindak pada tahap "{{acted}}" sehingga tidak dapat bertindak pada tahap ini; diperlukan pejabat lain.',
    en: 'You acted at stage "{{acted}}" and so may not act here; somebody else must.',
  },
  'workflow.once-per-case': {
    id: 'Anda (atau pejabat yang memberi Anda delegasi) sudah bertindak pada tahap "{{acted}}"; satu orang hanya bertindak satu kali dalam satu berkas, juga melalui delegasi atau jabatan lain.',
    en: 'You, or whoever delegated to you, acted at stage "{{acted}}"; one person acts once in a case, also by delegation or in another office.',
  },
  'workflow.kin': {
    id: 'Anda tidak dapat memutus usulan tentang suami/istri, orang tua, atau anak.',
    en: 'Nobody decides on his spouse, parents or children.',
  },
  'workflow.authority-denied': {
    id: 'Menurut matriks kewenangan ({{matrix}}) pejabat dengan status {{held}} tidak berwenang melakukan tindakan "{{act}}" pada hari ini.',
    en: 'By the authority matrix ({{matrix}}) somebody who holds the office as {{held}} may not do "{{act}}" today.',
  },
  'workflow.seen-changed': {
    id: 'Yang Anda lihat sudah berubah: {{changedId}}. Muat ulang halaman dan periksa kembali sebelum memutus.',
    en: 'What you saw has changed: {{changedEn}}. Load the page again and look before you decide.',
  },
  'workflow.reason-missing': { id: 'Alasan wajib diisi.', en: 'A reason is required.' },
  'workflow.signature-missing': {
    id: 'Keputusan pada tahap ini wajib ditandatangani dengan kata sandi Anda.',
    en: 'A decision at this stage is to be signed with your password.',
  },
  'workflow.signature-mismatch': {
    id: 'Isi usulan telah berubah sejak ditandatangani. Periksa kembali, lalu tandatangani lagi.',
    en: 'What was signed is not what is decided on any more. Look at it again, then sign anew.',
  },
  'workflow.return-target': { id: 'Usulan tidak dapat dikembalikan ke "{{to}}".', en: 'It cannot be returned to "{{to}}".' },
  'workflow.already-voted': {
    id: 'Suara untuk kursi ini sudah diberikan dan tidak dapat diubah.',
    en: 'This seat has voted already; a vote is not changed.',
  },
  'workflow.system-only': { id: 'Hanya sistem yang melakukan ini.', en: 'Only the system does this.' },
  'workflow.not-due': { id: 'Belum jatuh tempo (jatuh tempo {{dueAt}}).', en: 'It is not due before {{dueAt}}.' },
  'workflow.not-the-proposer': { id: 'Hanya pengusul yang dapat melakukan ini.', en: 'Only the proposer may do this.' },
  'workflow.cannot-migrate': {
    id: 'Usulan ini tidak dapat dilanjutkan pada versi alur tersebut dengan pemetaan yang diberikan: {{code}} ({{about}}).',
    en: 'The case cannot go on under that version as mapped: {{code}} ({{about}}).',
  },
  'workflow.may-not-cancel': {
    id: 'Jabatan Anda tidak berwenang membatalkan usulan ini.',
    en: 'Cancelling this is not yours to do.',
  },
  'workflow.text-missing': { id: 'Isi komentar masih kosong.', en: 'The comment is empty.' },

  'workflow.recused': {
    id: 'Anda telah mengundurkan diri dari tahap "{{stage}}" untuk usulan ini.',
    en: 'You stepped aside from stage "{{stage}}" in this case.',
  },
  'workflow.own-line': {
    id: 'Anda tidak dapat memutus usulan tentang diri Anda sendiri atau keluarga inti Anda. Baris yang harus dikeluarkan dari keputusan Anda: {{lines}}.',
    en: 'Nobody decides on himself or his next of kin. Lines to leave out of your decision: {{lines}}.',
  },
  'workflow.claimed': {
    id: 'Tugas ini sudah diambil oleh pejabat lain.',
    en: 'Somebody else has taken this task.',
  },
  'workflow.not-claimed': {
    id: 'Anda tidak sedang memegang tugas ini.',
    en: 'You have not taken this task.',
  },
  'workflow.cannot-take': {
    id: 'Pegawai yang dituju tidak berwenang bertindak pada tahap "{{stage}}".',
    en: 'That person may not act at stage "{{stage}}".',
  },
  'workflow.advice-awaited': {
    id: 'Keputusan menunggu pendapat penasihat yang diwajibkan.',
    en: 'The decision waits for advice that was called for.',
  },
  'workflow.adviser-barred': {
    id: 'Pegawai tersebut tidak dapat dimintai pendapat pada usulan ini.',
    en: 'That person may not advise in this case.',
  },
  'workflow.too-many-advisers': {
    id: 'Paling banyak {{most}} penasihat untuk satu tahap.',
    en: 'At most {{most}} advisers at one stage.',
  },
  'workflow.not-an-adviser': {
    id: 'Anda tidak diminta memberikan pendapat pada tahap ini.',
    en: 'You were not asked for advice here.',
  },
  'workflow.already-advised': {
    id: 'Pendapat sudah disampaikan dan tidak dapat diubah.',
    en: 'The advice has been given; it is not changed.',
  },
  'workflow.quorum-lost': {
    id: 'Anda tidak dapat mengundurkan diri: jumlah anggota akan kurang dari kuorum ({{quorum}}).',
    en: 'You cannot step aside: the panel would fall below its quorum of {{quorum}}.',
  },
  'workflow.question-open': {
    id: 'Masih ada pertanyaan yang belum dijawab pada tahap ini.',
    en: 'A question is open here already.',
  },
  'workflow.no-question': {
    id: 'Tidak ada pertanyaan yang menunggu jawaban pada tahap ini.',
    en: 'No question waits for an answer here.',
  },
  'workflow.not-asked': {
    id: 'Pertanyaan ini ditujukan kepada pihak lain.',
    en: 'Somebody else was asked.',
  },
  'workflow.nobody-to-ask': {
    id: 'Tidak ada pihak yang dapat ditanya dengan nama "{{of}}".',
    en: 'Nobody can be asked under the name "{{of}}".',
  },
  'workflow.suspended': {
    id: 'Proses usulan ini sedang ditangguhkan.',
    en: 'This case is suspended.',
  },
  'workflow.not-suspended': {
    id: 'Proses usulan ini tidak sedang ditangguhkan.',
    en: 'This case is not suspended.',
  },
  'workflow.may-not-suspend': {
    id: 'Jabatan Anda tidak berwenang menangguhkan atau melanjutkan proses usulan ini.',
    en: 'Suspending or resuming this is not yours to do.',
  },
  'workflow.rounds-exhausted': {
    id: 'Usulan ini sudah mencapai batas {{rounds}} putaran dan tidak dapat dikembalikan lagi. Yang masih dapat dilakukan: {{instead}}.',
    en: 'This has had its {{rounds}} rounds and cannot be returned again. What can be done: {{instead}}.',
  },
  'workflow.number-missing': {
    id: 'Nomor surat wajib diisi.',
    en: 'The number of the answer is required.',
  },
  'workflow.date-malformed': {
    id: 'Tanggal "{{date}}" tidak sah.',
    en: '"{{date}}" is not a date.',
  },
  'workflow.date-in-future': {
    id: 'Tanggal {{date}} belum tiba.',
    en: '{{date}} is still to come.',
  },
  'workflow.date-before-opening': {
    id: 'Tanggal {{date}} lebih awal daripada pembukaan tahap ini ({{opened}}).',
    en: '{{date}} is before this stage was opened on {{opened}}.',
  },
  'workflow.document-unknown': {
    id: 'Lampiran "{{document}}" tidak ditemukan pada berkas ini.',
    en: 'This case has no attachment "{{document}}".',
  },
  'workflow.attachment-exists': {
    id: 'Lampiran lain sudah memakai nomor ini.',
    en: 'Another attachment has that id.',
  },
  'workflow.attachment-invalid': {
    id: 'Keterangan lampiran tidak lengkap atau tidak sah.',
    en: 'The attachment lacks its name, kind, size or checksum.',
  },
  'workflow.too-many-attachments': {
    id: 'Paling banyak {{most}} lampiran untuk satu berkas.',
    en: 'At most {{most}} attachments in one case.',
  },
  'workflow.lines-missing': {
    id: 'Usulan kolektif memerlukan sedikitnya satu baris.',
    en: 'A batch needs at least one line.',
  },
  'workflow.lines-not-offered': {
    id: 'Jenis usulan ini tidak dapat diajukan secara kolektif.',
    en: 'This kind of case takes no lines.',
  },
  'workflow.lines-invalid': {
    id: 'Daftar baris tidak sah: {{about}}.',
    en: 'The list of lines will not do: {{about}}.',
  },
  'workflow.line-unknown': {
    id: 'Baris {{lines}} tidak ada dalam usulan ini.',
    en: 'This batch has no line {{lines}}.',
  },
  'workflow.line-fallen': {
    id: 'Baris {{lines}} sudah keluar dari usulan ini dan tidak dapat diputus lagi.',
    en: 'Line {{lines}} has fallen out of this batch and is not decided again.',
  },
  'workflow.lines-unsuited': {
    id: 'Keputusan ini berlaku untuk seluruh baris.',
    en: 'This is done with all lines or none.',
  },
  'workflow.line-not-left': {
    id: 'Baris {{lines}} tidak menyangkut Anda sehingga tidak dapat dikeluarkan dari keputusan Anda.',
    en: 'Line {{lines}} does not concern you and cannot be left out.',
  },

  'workflow.outcome.passed': { id: 'Disetujui', en: 'Passed' },
  'workflow.outcome.failed': { id: 'Ditolak', en: 'Refused' },
  'workflow.outcome.returned': { id: 'Dikembalikan', en: 'Returned' },
  'workflow.outcome.silent': { id: 'Tidak menanggapi sampai batas waktu', en: 'No answer by the deadline' },
  'workflow.outcome.skipped': { id: 'Dilewati', en: 'Skipped' },
  'workflow.outcome.approved': { id: 'Disetujui', en: 'Approved' },
  'workflow.outcome.rejected': { id: 'Ditolak', en: 'Rejected' },
  'workflow.outcome.withdrawn': { id: 'Ditarik kembali', en: 'Withdrawn' },
  'workflow.outcome.cancelled': { id: 'Dibatalkan', en: 'Cancelled' },

  'workflow.verdict.approve': { id: 'Menyetujui', en: 'Approved' },
  'workflow.verdict.reject': { id: 'Menolak', en: 'Refused' },
  'workflow.verdict.return': { id: 'Mengembalikan', en: 'Returned' },
  'workflow.consent.approve': { id: 'Menyatakan bersedia', en: 'Consented' },
  'workflow.consent.reject': { id: 'Menyampaikan keberatan', en: 'Gave remarks' },

  'workflow.holding.definitive': { id: 'Definitif', en: 'Definitive' },
  'workflow.holding.acting': { id: 'Plt.', en: 'Acting' },
  'workflow.holding.daily': { id: 'Plh.', en: 'Daily acting' },
  'workflow.holding.substitute': { id: 'Pengganti', en: 'Substitute' },
  'workflow.holding.delegate': { id: 'Penerima delegasi', en: 'Delegate' },

  'workflow.seen.dossier': { id: 'isi usulan', en: 'the dossier' },
  'workflow.seen.definition': { id: 'alur persetujuan', en: 'the approval definition' },
  'workflow.seen.rules': { id: 'aturan pemeriksaan', en: 'the rules' },
  'workflow.seen.calendar': { id: 'kalender kerja', en: 'the calendar' },
  'workflow.seen.authority': { id: 'kewenangan Anda', en: 'your authority' },

  'workflow.vacancy.wait': { id: 'Menunggu jabatan terisi', en: 'Waits until the office is filled' },
  'workflow.vacancy.superior': { id: 'Pejabat atasan bertindak', en: 'The office above acts' },
  'workflow.vacancy.rescuer': { id: 'Pejabat yang ditunjuk bertindak', en: 'The named office acts' },
} as const;
