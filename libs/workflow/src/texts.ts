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
  'workflow.reason-missing': { id: 'Alasan wajib diisi.', en: 'A reason is required.' },
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
} as const;
