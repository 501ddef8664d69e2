export const texts = {
  'performance.no-such-year': {
    id: 'Tahun predikat {{year}} tidak dapat dicatat.',
    en: 'A predicate of the year {{year}} cannot be recorded.',
  },
} as const;
