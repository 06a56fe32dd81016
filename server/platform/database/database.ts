import type { ColumnType, Generated } from 'kysely'
import type { ApiVersion } from '../../../domain/api-version.ts'
import type { TurnChallenge } from '../../../domain/challenge.ts'
import type { Environment } from '../../../domain/environment.ts'
import type { StreamSignals } from '../../../domain/faces/stream-signals.ts'
import type { IdentificationStatus } from '../../../domain/identification.ts'
import type { ErrorType, ReturnReason } from '../../../domain/return-reason.ts'
import type { DocumentChoice, SceneName } from '../../../domain/scene.ts'
import type { Score } from '../../../domain/score.ts'
import type { SigningCurve } from '../../../domain/signing-key.ts'
import type { AnswersTable, IdentityFormMatchesTable, ReservedNumbersTable } from './tables/answer-tables.ts'
import type { AuditEntriesTable, AuditLinksTable, AuditSealsTable } from './tables/audit-tables.ts'
import type { Id, Json, MaybeTime, Sealed, Time } from './tables/columns.ts'
import type { IdempotencyKeysTable } from './tables/idempotency-keys-table.ts'
import type { ExternalIdentitiesTable, SealedRecordsTable } from './tables/sealed-records-tables.ts'
import type { SigningKeysTable } from './tables/signing-keys-table.ts'

/** Where PostgreSQL listens: a unix socket's directory, the user and the database. */
export interface DatabaseConnection {
  host: string
  user: string
  database: string
}

/** Owner room: accounts. */
export interface AccountsTable {
  id: Id
  name: string
  certificate_required: boolean
  /** The version of the API that shapes its answers. */
  api_version: ColumnType<ApiVersion, ApiVersion | undefined, ApiVersion>
}

/** Owner room: accounts. Secrets are random 256-bit values, kept as SHA-256. */
export interface CredentialsTable {
  client_id: string
  secret_sha256: Buffer
  account_id: number
  configuration_id: number
  environment: Environment
  revoked_at: MaybeTime
  created_at: MaybeTime
}

/** Owner room: accounts. `fingerprint` is the SHA-256 of the certificate's DER, hex. */
export interface ClientCertificatesTable {
  fingerprint: string
  account_id: number
  revoked_at: MaybeTime
  created_at: MaybeTime
  ends_at: MaybeTime
}

/** Owner room: configurations. */
export interface ConfigurationsTable {
  id: Id
  account_id: number
  name: string
  webhook: string | null
  redirect_url: string
  review: 'never' | 'always'
  face_required: boolean
  product: 'standard' | 'certified'
  /** Days personal data is kept after the end; null keeps it until somebody anonymizes. */
  retention_days: Generated<number | null>
  /** Null: answers are not signed. */
  signing_curve: Generated<SigningCurve | null>
}

/** Owner room: configurations. One line per configuration and environment; the next secret signs from its moment on. */
export interface WebhookSecretsTable {
  configuration_id: number
  environment: Environment
  /** Unsealed, of before; the next start seals it. */
  secret: Generated<string | null>
  sealed_secret: Buffer | null
  sealed_next_secret: Generated<Buffer | null>
  next_signs_at: MaybeTime
}

/** Owner room: identifications. */
export interface IdentificationsTable {
  id: Id
  identification_id: string
  account_id: number
  configuration_id: number
  environment: Environment
  status: IdentificationStatus
  created_at: Time
  started_at: MaybeTime
  ended_at: MaybeTime
  updated_at: Time
  status_updated_at: Time
  anonymized_at: MaybeTime
  expires_at: Time
  number_of_attempts: Generated<number>
  redirect_url: string
  webhook: string | null
  face_required: boolean
  /** User agent and address of the newest visit. */
  visit_sealed: Sealed
  /** `PlaceOfResidence`. */
  residence_sealed: Sealed
  comment: string | null
  score: Score | null
  reason_codes: Generated<number[]>
  return_reason: ReturnReason | null
  error_type: ErrorType | null
  /** When a client first had something of it simulated; null for what really happened. */
  simulated_at: MaybeTime
}

/** Owner room: identifications. The key of its personal data, sealed under the master key; gone after anonymization. */
export interface DataKeysTable {
  identification: number
  sealed: Buffer
  /** Names the key without telling it. */
  name: string
  created_at: Time
}

/** Owner room: capture. `token_sha256` is the hash of the attempt's bearer token. */
export interface AttemptsTable {
  id: Id
  identification: number
  token_sha256: Buffer
  document: DocumentChoice
  consented_at: Time
  started_at: Time
  finished_at: MaybeTime
  ended_at: MaybeTime
}

/** Owner room: capture. One row a scene of an attempt; facts arrive from analysis. */
export interface ScenesTable {
  id: Id
  attempt: number
  name: SceneName
  position: number
  challenge: Json<TurnChallenge | null>
  /** How many were drawn to be asked, that of the attempt's start not counted. */
  challenges_drawn: Generated<number>
  /** What its stream showed, from the capture until it is analysed; then it is with the facts. */
  signals: Json<StreamSignals | null>
  started_at: MaybeTime
  captured_at: MaybeTime
  analyzed_at: MaybeTime
  /** `SceneFacts`; null when analysis broke down, or before it. */
  facts_sealed: Sealed
}

/** Kinds of stored bytes. */
export type AssetKind = 'frame' | 'recording' | 'card' | 'portrait' | 'signature' | 'face'

/** Owner room: assets. */
export interface AssetsTable {
  id: Id
  identification: number
  scene: number
  kind: AssetKind
  key: string
  content_type: string
  sha256: string
  size_bytes: number
  /** Milliseconds since the scene began, of a frame. */
  time_ms: number | null
  created_at: Time
}

/** Owner room: identifications. What the applicant declared at the end (`ApplicantForm`). */
export interface ApplicantFormsTable {
  id: Id
  identification: number
  sealed: Buffer
  saved_at: Time
}

/** Owner room: webhooks. OAuth2 client credentials of a receiver (RFC 6749 §4.4), with the token in use. */
export interface WebhookAuthorizationsTable {
  configuration_id: number
  environment: Environment
  token_url: string
  refresh_url: string | null
  client_id: string
  sealed_client_secret: Buffer
  sealed_access_token: Buffer | null
  sealed_refresh_token: Buffer | null
  token_expires_at: MaybeTime
}

/** Owner room: webhooks. A status to tell, written with the change itself (outbox). */
export interface AnnouncementsTable {
  id: Id
  /** Null: a standard answer, which has no row. */
  identification: number | null
  identification_id: string
  configuration_id: number
  configuration_name: string
  environment: Environment
  url: string
  status: IdentificationStatus
  return_reason: ReturnReason | null
  created_at: Time
  delivered_at: MaybeTime
  given_up_at: MaybeTime
  /** The announcement that this one sends again. */
  resend_of: Generated<number | null>
}

/** Owner room: webhooks. One HTTP try of a delivery. */
export interface DeliveryTriesTable {
  id: Id
  announcement: number
  tried_at: Time
  duration_ms: number
  response_status: number | null
  failure: string | null
}

/** Owner room: anonymization. The Ed25519 key that signs certificates of erasure; its private part is sealed. */
export interface ErasureKeysTable {
  id: number
  sealed: Buffer
  public_key: string
  created_at: Time
}

/** Owner room: anonymization. What was destroyed of an identification, signed; no personal data. */
export interface ErasuresTable {
  identification: number
  certificate: string
  signature: Buffer
  created_at: Time
}

/** Owner room: platform. A known text sealed under the master key, by which a wrong key is told at the start. */
export interface MasterKeyCanariesTable {
  id: number
  sealed: Buffer
}

/** Owner room: events. The last number given in an account's environment; held by whoever gives one. */
export interface EventCountersTable {
  account_id: number
  environment: Environment
  last_number: number
}

/** Owner room: events. A status change; written once, never changed. */
export interface EventsTable {
  account_id: number
  environment: Environment
  number: number
  identification_id: string
  configuration_id: number
  status: IdentificationStatus
  return_reason: ReturnReason | null
  error_type: ErrorType | null
  created_at: Time
}

/** Every table and its columns; each is written by its owner room alone. */
export interface Database {
  audit_entries: AuditEntriesTable
  audit_links: AuditLinksTable
  audit_seals: AuditSealsTable
  accounts: AccountsTable
  credentials: CredentialsTable
  client_certificates: ClientCertificatesTable
  configurations: ConfigurationsTable
  webhook_secrets: WebhookSecretsTable
  webhook_authorizations: WebhookAuthorizationsTable
  signing_keys: SigningKeysTable
  identifications: IdentificationsTable
  data_keys: DataKeysTable
  idempotency_keys: IdempotencyKeysTable
  identities: SealedRecordsTable
  reference_data: SealedRecordsTable
  external_identities: ExternalIdentitiesTable
  attempts: AttemptsTable
  scenes: ScenesTable
  assets: AssetsTable
  answers: AnswersTable
  applicant_forms: ApplicantFormsTable
  identity_form_matches: IdentityFormMatchesTable
  reserved_numbers: ReservedNumbersTable
  announcements: AnnouncementsTable
  delivery_tries: DeliveryTriesTable
  erasure_keys: ErasureKeysTable
  erasures: ErasuresTable
  master_key_canaries: MasterKeyCanariesTable
  event_counters: EventCountersTable
  events: EventsTable
}
