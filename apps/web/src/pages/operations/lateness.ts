import type { TFunction } from 'i18next';

/** Seconds in the largest unit that leaves a number worth reading. */
export const lasting = (t: TFunction, seconds: number): string => {
  if (seconds < 120) return t('operations.seconds', { count: Math.round(seconds) });
  if (seconds < 7_200) return t('operations.minutes', { count: Math.round(seconds / 60) });
  return t('operations.hours', { count: Math.round(seconds / 3_600) });
};

/** How far something is behind, in events and in time. */
export const behindText = (t: TFunction, { lag, age }: Readonly<{ lag: number | null; age: number }>): string => {
  if (lag === 0 || (lag === null && age === 0)) return t('operations.level');
  const oldest = age > 0 ? t('operations.age', { age: lasting(t, age) }) : undefined;
  return [lag === null ? undefined : t('operations.lag', { count: lag }), oldest].filter(Boolean).join(', ');
};
