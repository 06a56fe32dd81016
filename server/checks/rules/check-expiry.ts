import { COMMENTS } from '../../../domain/comment.ts'
import type { MrzFacts } from '../../../domain/facts.ts'
import { REASON_CODES } from '../../../domain/reason-code.ts'
import { cannotTell, type Finding, invalid, VALID } from './finding.ts'

/** Years a French card of 1988 is valid: 10, and 15 for adults' cards issued from 2004 on. */
const FRENCH_CARD_YEARS = { shortest: 10, longest: 15 } as const
/** Adults' French cards issued from 2004 to 2013 are prolonged to 15 years (decree 2013-1188, article 2). */
const FRENCH_CARD_PROLONGED_FROM = '2004-01-01'
const ADULT_YEARS = 18

/** Whether the document is valid on the day of the answer; -1 when its zone does not tell. */
export function checkExpiry(mrz: MrzFacts | null, today: string): Finding {
  const range = mrz?.checksValid ? expiryRange(mrz) : null
  if (!range) return cannotTell({ comment: COMMENTS.dataNotExtracted })
  if (range.earliest >= today) return VALID
  if (range.latest < today) return invalid({ reasonCode: REASON_CODES.documentExpired })
  return cannotTell({ comment: COMMENTS.dataNotExtracted })
}

function expiryRange(mrz: MrzFacts): { earliest: string; latest: string } | null {
  const { expiryDate, issueDate, birthDate } = mrz.fields
  if (expiryDate) return { earliest: expiryDate, latest: expiryDate }
  if (mrz.format !== 'FR-2x36' || !issueDate || !birthDate) return null
  const isProlonged = issueDate >= FRENCH_CARD_PROLONGED_FROM && addYears(birthDate, ADULT_YEARS) <= issueDate
  const years = isProlonged ? FRENCH_CARD_YEARS.longest : FRENCH_CARD_YEARS.shortest
  // The zone gives the month of issue only: the card may end on any day of that month.
  return {
    earliest: addYears(issueDate, years),
    latest: `${addYears(issueDate, years).slice(0, 7)}-31`,
  }
}

function addYears(isoDate: string, years: number): string {
  return `${Number(isoDate.slice(0, 4)) + years}${isoDate.slice(4)}`
}
