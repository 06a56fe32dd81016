import type { Generated } from 'kysely'
import type { Id, Sealed } from './columns.ts'

/** Owner room: identifications. The identity concluded or declared, or the client's own ids; null before there are any. */
export interface SealedRecordsTable {
  id: Id
  identification: number
  sealed: Sealed
}

/** Owner room: identifications. The client's own ids of an applicant. */
export interface ExternalIdentitiesTable extends SealedRecordsTable {
  /** By what the client finds its user id again; null where it gave none, and after anonymization. */
  user_id_hash: Generated<Buffer | null>
}
