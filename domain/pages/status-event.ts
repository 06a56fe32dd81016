import type { IdentificationStatus } from '../identification.ts'
import type { ErrorType, ReturnReason } from '../return-reason.ts'

/** One change of a status, as the feed of its account tells it; nothing in it is personal. */
export interface StatusEvent {
  /** 1, 2, 3 … for each account and environment. */
  number: number
  identificationId: string
  configurationId: number
  status: IdentificationStatus
  returnReason: ReturnReason | null
  errorType: ErrorType | null
  createdAt: Date
}

/** A part of a feed, the oldest event first. */
export interface EventPage {
  events: StatusEvent[]
  /** Whether more were there when the page was read. */
  hasMore: boolean
  /** Where the next page begins: after this number. */
  lastNumber: number
}
