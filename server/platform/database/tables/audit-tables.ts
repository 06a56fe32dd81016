import type { Id, Time } from './columns.ts'

/** Owner room: audit. One row an act; never changed, never deleted. */
export interface AuditEntriesTable {
  id: Id
  at: Time
  actor: 'client' | 'command' | 'applicant' | 'service' | 'holder'
  account_id: number | null
  /** Of the credentials; null where there were none. */
  client_id: string | null
  /** Of the request; null where there was none. */
  request_id: string | null
  action: string
  subject: string
  detail: string | null
  /** A number drawn for this entry, which its proof is bound to. */
  nonce: string
  /** The hash of the entry, sealed under the master key: that the service wrote it. */
  proof: Buffer
}

/** Owner room: audit. The chain: one link an entry, each with the hash of the one before in its own. */
export interface AuditLinksTable {
  position: number
  entry: number
  hash: Buffer
}

/** Owner room: audit. The chain's end after each sealing, sealed under the master key. */
export interface AuditSealsTable {
  position: number
  sealed_at: Time
  proof: Buffer
}
