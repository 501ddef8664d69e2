export const texts = {
  'training.no-hours': {
    id: 'Jumlah jam pelajaran (JP) harus lebih dari nol.',
    en: 'The number of training hours must be more than zero.',
  },
  'training.no-title': { id: 'Nama pelatihan wajib diisi.', en: 'The title of the training is required.' },
} as const;
