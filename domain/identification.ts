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

/**
 * The statuses that lead from one to another, in the order they are announced, the last included; null where
 * none do. Only an open identification expires by itself (API text, "Lifecycle").
 */
export function statusesBetween(
  from: IdentificationStatus,
  to: IdentificationStatus,
): IdentificationStatus[] | null {
  if (to === 'expired' && !isOpen(from)) return null
  if (canChange(from, to)) return [to]
  const next = ALLOWED_CHANGES[from].find((status) => STATUSES_ON_THE_WAY.includes(status))
  const rest = next && statusesBetween(next, to)
  return rest ? [next, ...rest] : null
}

/** Statuses that a completed identification passes through. */
const STATUSES_ON_THE_WAY: readonly IdentificationStatus[] = ['initiated', 'processing']

/** Whether the identification-url still leads somewhere (API text, "Lifecycle"). */
export function isOpen(status: IdentificationStatus): boolean {
  return status === 'uninitiated' || status === 'initiated'
}
