import { COMMENTS } from '../../../domain/comment.ts'
import type { PrintFacts } from '../../../domain/document/print-facts.ts'
import type { MrzFacts } from '../../../domain/facts.ts'
import { REASON_CODES } from '../../../domain/reason-code.ts'
import { cannotTell, type Finding, invalid, VALID } from './finding.ts'
import { THRESHOLDS } from './thresholds.ts'

/** Years a French card of 1988 is valid: 10, and 15 for adults' cards issued from 2004 on. */
const FRENCH_CARD_YEARS = { shortest: 10, longest: 15 } as const
/** Adults' French cards issued from 2004 to 2013 are prolonged to 15 years (decree 2013-1188, article 2). */
const FRENCH_CARD_PROLONGED_FROM = '2004-01-01'
const ADULT_YEARS = 18
/** Not before any day of a month, compared as text. */
const LAST_DAY = '31'

/**
 * Whether the document is valid on the day of the answer; -1 when its zone does not tell. Zones of French cards have the month of
 * their issue only: `print` may tell the day.
 */
export function checkExpiry(mrz: MrzFacts | null, today: string, print: PrintFacts | null = null): Finding {
  const range = mrz?.checksValid ? expiryRange(mrz, print) : null
  if (!range) return cannotTell({ comment: COMMENTS.dataNotExtracted })
  if (range.earliest >= today) return VALID
  if (range.latest < today) return invalid({ reasonCode: REASON_CODES.documentExpired })
  return cannotTell({ comment: COMMENTS.dataNotExtracted })
}

function expiryRange(mrz: MrzFacts, print: PrintFacts | null): { earliest: string; latest: string } | null {
  const { expiryDate, issueDate, birthDate } = mrz.fields
  if (expiryDate) return { earliest: expiryDate, latest: expiryDate }
  if (mrz.format !== 'FR-2x36' || !issueDate || !birthDate) return null
  const month = issueDate.slice(0, 7)
  const day = printedDay(print, month)
  return {
    earliest: frenchExpiry(day ?? issueDate, birthDate),
    latest: frenchExpiry(day ?? `${month}-${LAST_DAY}`, birthDate),
  }
}

/** When a French card issued on a day ends, of a holder born on another. */
function frenchExpiry(issued: string, birthDate: string): string {
  const isProlonged = issued >= FRENCH_CARD_PROLONGED_FROM && addYears(birthDate, ADULT_YEARS) <= issued
  return addYears(issued, isProlonged ? FRENCH_CARD_YEARS.longest : FRENCH_CARD_YEARS.shortest)
}

/** The day of issue where print surely has one of the month that the zone tells. */
function printedDay(print: PrintFacts | null, month: string): string | null {
  const { value, confidence } = print?.fields.issueDate ?? { value: '', confidence: 0 }
  const isSure = confidence >= THRESHOLDS.contradictingConfidenceMinimum
  return typeof value === 'string' && isSure && value.startsWith(`${month}-`) ? value : null
}

function addYears(isoDate: string, years: number): string {
  return `${Number(isoDate.slice(0, 4)) + years}${isoDate.slice(4)}`
}
