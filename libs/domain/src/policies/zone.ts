/** The zone of the tenant's days (decisions 14): Western Indonesian Time. */
export const ZONE = 'Asia/Jakarta';

/** The first instant of a day in the zone. WIB has known no daylight saving since 1964: it is UTC+7. */
export const startOf = (day: string): string => new Date(`${day}T00:00:00.000+07:00`).toISOString();
