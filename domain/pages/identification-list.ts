import type { IdentificationStatus } from '../identification.ts'
import type { Score } from '../score.ts'

/** What a list tells of an identification: nothing that belongs to its applicant. */
export interface IdentificationSummary {
  id: number
  identificationId: string
  status: IdentificationStatus
  isLive: boolean
  createdAt: Date
  startedAt: Date | null
  endedAt: Date | null
  updatedAt: Date
  statusUpdatedAt: Date
  anonymizedAt: Date | null
  numberOfAttempts: number
  score: Score | null
  reasonCodes: number[]
}

/** Times that a list can be in the order of. */
export type ListOrder = 'createdAt' | 'updatedAt'

/** A place between two identifications of a list: beside one that has this time and number. */
export interface ListPlace {
  timeMs: number
  id: number
  /** `after`: the page that follows; `before`: the page that leads up to it. */
  side: 'after' | 'before'
}

/** Which identifications a client wants, in which order, and from where. */
export interface ListWish {
  statuses: IdentificationStatus[] | null
  createdFrom: Date | null
  createdBefore: Date | null
  /** The client's own id of its user. */
  userId: string | null
  order: ListOrder
  direction: 'ascending' | 'descending'
  place: ListPlace | null
  size: number
}

/** A page of a list, in the order wished for. */
export interface IdentificationPage {
  identifications: IdentificationSummary[]
  hasPrevious: boolean
  hasNext: boolean
}
