import type { AuditTables } from '@app/domain/audit';
import type { DefinitionTables } from '@app/domain/definitions';
import type { IdentityTables } from '@app/domain/identity';
import type { MutationTables } from '@app/domain/mutation';
import type { DeskTables } from '@app/domain/policies';
import type { NotificationTables } from '@app/domain/notification';
import type { ObligationsTables } from '@app/domain/obligations';
import type { PerformanceTables } from '@app/domain/performance';
import type { StaffingTables } from '@app/domain/staffing';
import type { Kysely } from 'kysely';

export type Tables = MutationTables &
  DeskTables &
  StaffingTables &
  IdentityTables &
  DefinitionTables &
  PerformanceTables &
  NotificationTables &
  ObligationsTables &
  AuditTables;

/** The read models. */
export class ReadDatabase {
  readonly db: Kysely<Tables>;

  constructor(db: Kysely<object>) {
    this.db = db.withTables<Tables>();
  }
}
