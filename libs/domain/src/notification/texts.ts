/** Words for people, by code: what notices say. Facts that hold ids are replaced by names where they are shown. */
export const texts = {
  'notification.unknown': { id: 'Pemberitahuan ini tidak ada.', en: 'There is no such notice.' },
  'mail-subject': { id: '[Alur] {{title}}', en: '[Alur] {{title}}' },
  'mail-body': {
    id: 'Yth. {{name}},\n\n{{text}}\n\nBuka: {{link}}\n\nPesan ini dikirim otomatis oleh Alur.',
    en: 'Dear {{name}},\n\n{{text}}\n\nOpen: {{link}}\n\nThis message was sent automatically by Alur.',
  },
} as const;
