import type { Box } from '../image.ts'

/** What the machine readable line of a licence says. */
export interface LicenceLineFields {
  documentNumber: string
  /** ISO date YYYY-MM-DD; null when no calendar has it. */
  expiryDate: string | null
  /** Its first eight characters at most, words apart by spaces. */
  lastName: string
}

/** The one machine readable line on the back of some licences, as read. Never a judgement. */
export interface LicenceLineFacts {
  /** After its check digits decided what the frames left open. */
  line: string
  /** As the first frame alone has it. */
  raw: string
  /** Each check digit, by the names of those of zones. */
  checks: { name: string; valid: boolean }[]
  /** True when every check digit agrees. */
  checksValid: boolean
  /** Mean probability of its characters, 0-1. */
  confidence: number
  fields: LicenceLineFields
  /** How sure each field is, 0-1: as its least certain character; absent in facts of before it was told. */
  fieldConfidences?: Partial<Record<keyof LicenceLineFields, number>>
  /** Where they stand on the rectified card, px; absent as well. */
  fieldBoxes?: Partial<Record<keyof LicenceLineFields, Box>>
}
