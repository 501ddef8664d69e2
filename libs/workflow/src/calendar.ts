/**
 * The working days of a tenant, as a value that travels in commands.
 * `version` is recorded with every due date that was reckoned with it.
 */
export type Calendar = Readonly<{
  version: string;
  /** IANA zone of the tenant's days. */
  zone: string;
  /** ISO weekdays that are not worked: 6 and 7. */
  weekend: readonly number[];
  /** Days off, `YYYY-MM-DD`: national holidays, cuti bersama, regional days. */
  holidays: readonly string[];
}>;
