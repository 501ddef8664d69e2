/**
 * What people are told, by code. `employee` is replaced by the person's name; `stageId` and `stageEn` are the stage's title,
 * `what` is what the case is called (`What` at the beginning of a sentence).
 */
export const texts = {
  'stage-opened': {
    id: '{{What}} {{employee}} menunggu keputusan Anda pada tahap {{stageId}}.',
    en: '{{What}} of {{employee}} waits for you at stage {{stageEn}}.',
  },
  'stage-vacant': {
    id: 'Tidak ada pejabat yang dapat memutuskan tahap {{stageId}} pada {{what}} {{employee}}. Tunjuk pengganti.',
    en: 'Nobody can act on stage {{stageEn}} of the {{what}} of {{employee}}. Name a substitute.',
  },
  'stage-instead': {
    id: 'Jabatan yang berwenang pada tahap {{stageId}} kosong; Anda yang bertindak pada {{what}} {{employee}}.',
    en: 'The office of stage {{stageEn}} is vacant; you act in its place on the {{what}} of {{employee}}.',
  },
  'stage-replanned': {
    id: 'Kalender kerja berubah: tahap {{stageId}} pada {{what}} {{employee}} jatuh tempo {{dueOn}} (semula {{wasDueOn}}).',
    en: 'The calendar has changed: stage {{stageEn}} of the {{what}} of {{employee}} is due on {{dueOn}} (it was {{wasDueOn}}).',
  },
  'stage-before': {
    id: 'Tahap {{stageId}} pada {{what}} {{employee}} jatuh tempo {{dueOn}}.',
    en: 'Stage {{stageEn}} of the {{what}} of {{employee}} is due on {{dueOn}}.',
  },
  'stage-after': {
    id: 'Tahap {{stageId}} pada {{what}} {{employee}} terlambat; jatuh temponya {{dueOn}}.',
    en: 'Stage {{stageEn}} of the {{what}} of {{employee}} is overdue; it was due on {{dueOn}}.',
  },
  'stage-escalation': {
    id: 'Tahap {{stageId}} pada {{what}} {{employee}} belum diputuskan sejak jatuh tempo {{dueOn}}.',
    en: 'Stage {{stageEn}} of the {{what}} of {{employee}} has been waiting since it fell due on {{dueOn}}.',
  },
  'question-asked': {
    id: 'Anda dimintai keterangan pada tahap {{stageId}} atas {{what}} {{employee}}; jawab paling lambat {{dueOn}}.',
    en: 'You are asked for information at stage {{stageEn}} of the {{what}} of {{employee}}; please answer by {{dueOn}}.',
  },
  'question-answered': {
    id: 'Keterangan yang diminta pada tahap {{stageId}} atas {{what}} {{employee}} sudah dijawab.',
    en: 'What was asked at stage {{stageEn}} of the {{what}} of {{employee}} has been answered.',
  },
  'question-lapsed': {
    id: 'Keterangan yang diminta dari Anda pada tahap {{stageId}} atas {{what}} {{employee}} tidak perlu dijawab lagi: tahap itu sudah berakhir.',
    en: 'What you were asked at stage {{stageEn}} of the {{what}} of {{employee}} needs no answer any more: that stage has ended.',
  },
  'question-before': {
    id: 'Permintaan keterangan pada tahap {{stageId}} atas {{what}} {{employee}} harus dijawab paling lambat {{dueOn}}.',
    en: 'The question at stage {{stageEn}} of the {{what}} of {{employee}} is to be answered by {{dueOn}}.',
  },
  'question-after': {
    id: 'Permintaan keterangan pada tahap {{stageId}} atas {{what}} {{employee}} belum dijawab; batas waktunya {{dueOn}}.',
    en: 'The question at stage {{stageEn}} of the {{what}} of {{employee}} is still unanswered; it was due on {{dueOn}}.',
  },
  'question-escalation': {
    id: 'Tahap {{stageId}} pada {{what}} {{employee}} tertahan: permintaan keterangan belum dijawab sejak {{dueOn}}.',
    en: 'Stage {{stageEn}} of the {{what}} of {{employee}} is held up: a question has been unanswered since {{dueOn}}.',
  },
  'question-overdue': {
    id: 'Keterangan yang Anda minta pada tahap {{stageId}} atas {{what}} {{employee}} tidak dijawab sampai batas waktu. Anda dapat tetap memutuskan.',
    en: 'What you asked at stage {{stageEn}} of the {{what}} of {{employee}} was not answered in time. You may decide without it.',
  },
  'question-vacant': {
    id: 'Tidak ada pejabat yang dapat menjawab permintaan keterangan pada tahap {{stageId}} atas {{what}} {{employee}}.',
    en: 'Nobody holds the office that was asked at stage {{stageEn}} of the {{what}} of {{employee}}.',
  },
  'question-replanned': {
    id: 'Kalender kerja berubah: keterangan pada tahap {{stageId}} atas {{what}} {{employee}} dijawab paling lambat {{dueOn}}.',
    en: 'The calendar has changed: the question at stage {{stageEn}} of the {{what}} of {{employee}} is to be answered by {{dueOn}}.',
  },
  'case-before': {
    id: '{{What}} {{employee}} harus selesai diputuskan paling lambat {{dueOn}} dan sedang menunggu Anda.',
    en: '{{What}} of {{employee}} is to be decided by {{dueOn}}, and waits for you.',
  },
  'case-after': {
    id: '{{What}} {{employee}} melewati batas waktu keseluruhan ({{dueOn}}) dan sedang menunggu Anda.',
    en: '{{What}} of {{employee}} should have been decided by {{dueOn}}, and waits for you.',
  },
  'case-escalation': {
    id: '{{What}} {{employee}} belum selesai diputuskan; batas waktu keseluruhannya {{dueOn}}.',
    en: '{{What}} of {{employee}} has not been decided; it was due as a whole on {{dueOn}}.',
  },
  'case-overdue': {
    id: '{{What}} {{employee}} tidak selesai diputuskan dalam batas waktu keseluruhan.',
    en: '{{What}} of {{employee}} was not decided within the time it has as a whole.',
  },
  'case-vacant': {
    id: '{{What}} {{employee}} melewati batas waktu keseluruhan ({{dueOn}}) tanpa pejabat yang dapat bertindak.',
    en: '{{What}} of {{employee}} was due as a whole on {{dueOn}}, and nobody can act on it.',
  },
  'case-replanned': {
    id: 'Kalender kerja berubah: {{what}} {{employee}} harus selesai diputuskan paling lambat {{dueOn}} (semula {{wasDueOn}}).',
    en: 'The calendar has changed: the {{what}} of {{employee}} is to be decided by {{dueOn}} (it was {{wasDueOn}}).',
  },
  'line-approved': { id: '{{What}} untuk {{employee}} disetujui.', en: '{{What}} for {{employee}} was approved.' },
  'line-rejected': {
    id: '{{What}} untuk {{employee}} tidak disetujui. Alasannya dapat ditanyakan kepada pengusul.',
    en: '{{What}} for {{employee}} was not approved. Whoever proposed it can tell why.',
  },
  'line-left-out': {
    id: '{{What}} untuk {{employee}} dikeluarkan dari usulan kolektif tanpa diputus, karena pejabatnya berkepentingan.',
    en: '{{What}} for {{employee}} was left out of the batch undecided, since whoever decides is concerned himself.',
  },
  'stage-silent': {
    id: 'Masa tanggapan atas {{what}} {{employee}} telah lewat dan dicatat sebagai tanpa tanggapan.',
    en: 'The time to answer on the {{what}} of {{employee}} has passed; it is recorded as silence.',
  },
  'stage-overdue': {
    id: 'Tahap {{stageId}} pada {{what}} {{employee}} melewati batas waktu.',
    en: 'Stage {{stageEn}} of the {{what}} of {{employee}} has passed its deadline.',
  },
  /** What a transfer is called. */
  transfer: { id: 'usulan mutasi', en: 'transfer' },
  submission: { id: 'perbaikan usulan', en: 'repair of the proposal' },

  'case-returned': {
    id: '{{What}} {{employee}} dikembalikan dari tahap {{stageId}} untuk diperbaiki.',
    en: '{{What}} of {{employee}} was returned from stage {{stageEn}} to be repaired.',
  },
  'case-approved': { id: '{{What}} {{employee}} disetujui.', en: '{{What}} of {{employee}} was approved.' },
  'case-rejected': { id: '{{What}} {{employee}} ditolak.', en: '{{What}} of {{employee}} was rejected.' },
  'case-withdrawn': { id: '{{What}} {{employee}} ditarik kembali.', en: '{{What}} of {{employee}} was withdrawn.' },
  'case-cancelled': { id: '{{What}} {{employee}} dibatalkan.', en: '{{What}} of {{employee}} was cancelled.' },
  'decree-wanted': {
    id: 'Usulan mutasi {{employee}} disetujui; terbitkan SK.',
    en: 'The transfer of {{employee}} was approved; issue the decree.',
  },
  'decree-numbered': {
    id: 'SK {{number}} tentang mutasi {{employee}} terbit; TMT {{effectiveDate}}.',
    en: 'Decree {{number}} on the transfer of {{employee}} was issued; it takes effect on {{effectiveDate}}.',
  },
  'approval-rescinded': {
    id: 'Persetujuan mutasi {{employee}} dicabut sebelum TMT.',
    en: 'The approval of the transfer of {{employee}} was rescinded before it took effect.',
  },
  'transfer-effective': {
    id: 'Mutasi {{employee}} berlaku mulai {{on}}.',
    en: 'The transfer of {{employee}} took effect on {{on}}.',
  },
  'transfer-halted': {
    id: 'Mutasi {{employee}} tidak dapat diberlakukan ({{because}}). Perbaiki penyebabnya atau cabut persetujuannya.',
    en: 'The transfer of {{employee}} could not take effect ({{because}}). Mend the cause, or rescind the approval.',
  },

  'obligation-vacant': {
    id: 'Tidak ada pejabat yang memikul {{obligation}} untuk {{employee}} (jatuh tempo {{dueOn}}).',
    en: 'Nobody holds the office that owes {{obligation}} for {{employee}} (due on {{dueOn}}).',
  },
  'person-left': {
    id: 'Status kepegawaian {{employee}} berubah ({{status}}) saat usulan mutasinya masih berjalan.',
    en: 'The employment status of {{employee}} changed ({{status}}) while a transfer is under way.',
  },
  'person-sanctioned': {
    id: '{{employee}} dijatuhi hukuman disiplin ({{level}}) saat usulan mutasinya masih berjalan.',
    en: '{{employee}} was given a disciplinary sanction ({{level}}) while a transfer is under way.',
  },

  retired: { id: 'pensiun', en: 'retired' },
  dismissed: { id: 'diberhentikan', en: 'dismissed' },
  suspended: { id: 'diberhentikan sementara', en: 'suspended' },
  unpaid_leave: { id: 'cuti di luar tanggungan negara', en: 'unpaid leave' },
  deceased: { id: 'meninggal dunia', en: 'deceased' },
  moved_out: { id: 'pindah instansi', en: 'moved to another government' },
  medium: { id: 'sedang', en: 'medium' },
  severe: { id: 'berat', en: 'severe' },
  'not-eligible': { id: 'syarat tidak lagi terpenuhi', en: 'the conditions are no longer met' },
} as const;
