/**
 * Where events are kept and what is made of them: the port, transactions, projections, policies.
 *
 * It knows no domain. Adapters live in `adapters/` and are named by app roots alone.
 */
export { EventStore, StoreUnavailable, WrongRevision } from './event-store.js';
export type { Appended, Expected, Filter, Metadata, NewEvent, Position, Recorded, Subscription } from './event-store.js';
export { ForeignStream, ofTenant } from './of-tenant.js';
export { Transactor } from './transactor.js';
export type { CommandMeta, Outcome, TransactOptions } from './transactor.js';
export { projection } from './projection.js';
export type { ColumnType, Projection } from './projection.js';
export { upcast, versionOf } from './upcast.js';
export type { EachPersonal, PersonalFields, Upcasters } from './upcast.js';
export { openTransactor } from './cached-transactor.js';
export type { TransactorParts } from './cached-transactor.js';
export { Codec } from './codec.js';
export type { EventTables } from './codec.js';
export type { CommonFields } from './interned.js';
export { hashOf, verifyChain } from './hash.js';
export type { ChainVerdict, Hashable } from './hash.js';
export { KeyVault } from './keys.js';
export type { SubjectKey } from './keys.js';
export { fieldsSealedFor } from './sealed-for.js';
export { project } from './projection-fold.js';
export type { AnyProjection } from './projection-fold.js';
export { Incidents, NoIncident } from './incidents.js';
export type { OpenIncident, Resolution, Resolved } from './incidents.js';
export { Lagging, ProjectionRunner } from './projection-runner.js';
export type { Holder, Incident, ProjectionStatus } from './projection-runner.js';
export { SharedLog } from './shared-log.js';
export { WaitingBatch } from './waiting-batch.js';
export { policy, PolicyRunner, stepOf } from './policy.js';
export type { AnyPolicy, Policy, PolicyStatus } from './policy.js';
export { exportEvents } from './moving/export-events.js';
export type { ExportOptions } from './moving/export-events.js';
export { importEvents, Occupied } from './moving/import-events.js';
export type { Imported, ImportOptions } from './moving/import-events.js';
export { compareStore, isSame } from './moving/compare-stores.js';
export type { Comparison } from './moving/compare-stores.js';
export { LogsDiffer, sameLog } from './moving/same-log.js';
export type { SameLog } from './moving/same-log.js';
export { BrokenChain } from './moving/heads.js';
export { linesOf } from './moving/lines.js';
export { BadParcel } from './moving/parcel.js';
export type { Trailer, Wrapping } from './moving/parcel.js';
export { Unpacking } from './moving/unpack.js';
export { underMasterKey, underPassphrase } from './moving/transport.js';
export type { Transport } from './moving/transport.js';
export { isUnreachable } from './unreachable.js';
