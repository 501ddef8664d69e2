/** Words for people, by code. */
export const texts = {
  'obligations.unknown': { id: 'Kewajiban ini tidak ada.', en: 'There is no such obligation.' },
  'obligations.not-open': {
    id: 'Kewajiban ini sudah tidak terbuka ({{status}}).',
    en: 'This obligation is no longer open ({{status}}).',
  },
  'obligations.not-yours': {
    id: 'Hanya yang berkewajiban atau atasannya yang dapat menyelesaikannya.',
    en: 'Only who owes it, or the superior, may fulfil it.',
  },
  'obligations.about-yourself': {
    id: 'Tidak seorang pun mengevaluasi dirinya sendiri; atasan yang menyelesaikannya.',
    en: 'Nobody evaluates himself; the superior fulfils it.',
  },
  'obligations.note-missing': { id: 'Tuliskan catatan atau hasilnya.', en: 'Write a note, or give the result.' },
  'obligations.too-early': { id: 'Belum dapat diselesaikan sebelum {{since}}.', en: 'It cannot be fulfilled before {{since}}.' },

  'evaluation-3m': { id: 'Evaluasi pascamutasi 3 bulan', en: 'Post-transfer evaluation, 3 months' },
  'evaluation-6m': { id: 'Evaluasi pascamutasi 6 bulan', en: 'Post-transfer evaluation, 6 months' },
  'evaluation-12m': { id: 'Evaluasi pascamutasi 12 bulan', en: 'Post-transfer evaluation, 12 months' },
  'training-1m': { id: 'Pelatihan penyesuaian jabatan 1 bulan', en: 'Training after the transfer, 1 month' },
  'training-3m': { id: 'Pelatihan penyesuaian jabatan 3 bulan', en: 'Training after the transfer, 3 months' },
  'training-6m': { id: 'Pelatihan penyesuaian jabatan 6 bulan', en: 'Training after the transfer, 6 months' },

  'obligation-due-in-a-week': {
    id: '{{obligation}} untuk {{employee}} jatuh tempo {{dueOn}}.',
    en: '{{obligation}} for {{employee}} is due on {{dueOn}}.',
  },
  'obligation-due-tomorrow': {
    id: '{{obligation}} untuk {{employee}} sudah dekat: jatuh tempo {{dueOn}}.',
    en: '{{obligation}} for {{employee}} is nearly due: {{dueOn}}.',
  },
  'obligation-overdue': {
    id: '{{obligation}} untuk {{employee}} terlambat; jatuh temponya {{dueOn}}.',
    en: '{{obligation}} for {{employee}} is overdue; it was due on {{dueOn}}.',
  },
  'obligation-escalated': {
    id: '{{obligation}} untuk {{employee}} belum diselesaikan oleh yang berkewajiban sejak {{dueOn}}.',
    en: '{{obligation}} for {{employee}} has been left undone by who owes it since {{dueOn}}.',
  },
} as const;
