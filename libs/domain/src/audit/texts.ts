/** Words for people, by code. */
export const texts = {
  'audit.unknown': { id: 'Telaah ini tidak ada.', en: 'There is no such review.' },
  'audit.not-auditor': { id: 'Hanya Inspektorat yang menelaah.', en: 'Only the inspectorate reviews.' },
  'audit.own-unit': {
    id: 'Tidak seorang pun menelaah keputusan unitnya sendiri.',
    en: 'Nobody reviews the decisions of his own unit.',
  },
  'audit.note-missing': { id: 'Tuliskan catatan.', en: 'Write a note.' },
  'audit.closed': { id: 'Keputusan ini sudah ditelaah ({{status}}).', en: 'This decision has been reviewed ({{status}}).' },
  'audit.no-finding': { id: 'Tidak ada temuan yang terbuka ({{status}}).', en: 'There is no open finding ({{status}}).' },
  'audit.no-follow-up': { id: 'Temuan ini belum ditindaklanjuti.', en: 'This finding has not been followed up.' },

  'review-before-1': {
    id: 'Telaah keputusan atas usulan mutasi {{employee}} jatuh tempo {{dueOn}}.',
    en: 'Reviews of decisions on the transfer of {{employee}} are due on {{dueOn}}.',
  },
  'review-after-1': {
    id: 'Telaah keputusan atas usulan mutasi {{employee}} terlambat; jatuh temponya {{dueOn}}.',
    en: 'Reviews of decisions on the transfer of {{employee}} are overdue; they were due on {{dueOn}}.',
  },
  'finding-raised': {
    id: 'Inspektorat mencatat temuan atas keputusan tahap {{stageId}} pada usulan mutasi {{employee}}.',
    en: 'The inspectorate made a finding on the decision at stage {{stageEn}} of the transfer of {{employee}}.',
  },
  'finding-followed-up': {
    id: 'Temuan atas usulan mutasi {{employee}} telah ditindaklanjuti.',
    en: 'The finding on the transfer of {{employee}} has been followed up.',
  },
} as const;
