/**
 * Who did something: a client by its credentials, the operator's command line, an applicant, the service itself, or
 * whoever holds the signed address of an asset.
 */
export type AuditActor = 'client' | 'command' | 'applicant' | 'service' | 'holder'

/** What somebody did; ids alone, never personal data. */
export interface AuditAct {
  actor: AuditActor
  accountId: number | null
  /** The client id of the credentials; left out where there were none. */
  clientId?: string | null
  /** The id of the request, as its answer's `X-Request-Id`; left out where there was none. */
  requestId?: string | null
  /** A noun and a verb, such as `identification.created`. */
  action: string
  /** What it was done to, such as `identification 1b4e…` or `configuration 1001`. */
  subject: string
  /** What else matters, such as the new status; null when nothing does. */
  detail: string | null
}

/** An act as the log has it. */
export interface AuditEntry extends AuditAct {
  id: number
  at: Date
}
