import type { ColumnType } from 'kysely'
import type { Environment } from '../../../../domain/environment.ts'

/** Owner room: identifications. A key under which a client created one, hashed with its configuration; the body is hashed with the key. */
export interface IdempotencyKeysTable {
  account_id: number
  environment: Environment
  key_sha256: Buffer
  body_sha256: Buffer
  /** Null until the transaction that claimed the key ends. */
  identification_id: ColumnType<string | null, string | null | undefined, string>
  created_at: ColumnType<Date, Date, Date>
}
