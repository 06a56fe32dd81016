/** Where an identification stands in its life (API text, "Lifecycle"). */
export type IdentificationStatus =
  | 'uninitiated'
  | 'initiated'
  | 'processing'
  | 'processed'
  | 'aborted'
  | 'expired'

/** Which statuses may follow each status; everything absent here is refused. */
export const ALLOWED_CHANGES: Readonly<Record<IdentificationStatus, readonly IdentificationStatus[]>> = {
  uninitiated: ['initiated', 'aborted', 'expired'],
  initiated: ['processing', 'aborted', 'expired'],
  processing: ['processed', 'expired'],
  processed: [],
  aborted: [],
  expired: [],
}

/** Whether an identification may go from one status to another. */
export function canChange(from: IdentificationStatus, to: IdentificationStatus): boolean {
  return ALLOWED_CHANGES[from].includes(to)
}

/** Whether the identification-url still leads somewhere (API text, "Lifecycle"). */
export function isOpen(status: IdentificationStatus): boolean {
  return status === 'uninitiated' || status === 'initiated'
}
