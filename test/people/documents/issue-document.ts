import type { CastMember } from '../cast.ts'
import { type Random, seededRandom } from '../random.ts'

/** The documents that the project draws. */
export type DocumentKind = 'passport' | 'id-card' | 'french-card' | 'driving-licence'

/** Everything that is printed on a document beside its holder. */
export interface IssuedDocument {
  kind: DocumentKind
  holder: CastMember
  number: string
  /** ISO dates YYYY-MM-DD. */
  issueDate: string
  expiryDate: string
  /** Utopia; the French layout demands FRA. */
  issuingState: 'UTO' | 'FRA'
  authority: string
  /** Three digits of the department and three of the office; only the French card has them. */
  officeCode: string
}

/** When documents expire unless told otherwise, and years they are valid. */
const DEFAULT_EXPIRY = '2034-06-29'
const VALID_YEARS: Record<DocumentKind, number> = {
  passport: 10,
  'id-card': 10,
  'french-card': 15,
  'driving-licence': 15,
}
/** Letters that are not mistaken for digits when a person types a number. */
const NUMBER_LETTERS = 'ACEFGHJKLMNPRTUVWXYZ'
const OFFICE_CODE = '923102'

/** Issues a document to a member of the cast; its number follows from the holder and the kind. */
export function issueDocument(
  holder: CastMember,
  kind: DocumentKind,
  options: { expiryDate?: string } = {},
): IssuedDocument {
  const expiryDate = options.expiryDate ?? DEFAULT_EXPIRY
  const issueDate = yearsBefore(expiryDate, VALID_YEARS[kind])
  const random = seededRandom(holder.person.seed, `${holder.name} ${kind}`)
  const isFrench = kind === 'french-card'
  return {
    kind,
    holder,
    number: isFrench ? frenchNumber(issueDate, random) : utopianNumber(random),
    issueDate,
    expiryDate,
    issuingState: isFrench ? 'FRA' : 'UTO',
    authority: isFrench ? 'Préfecture des Spécimens' : 'Registry of Amaurot',
    officeCode: OFFICE_CODE,
  }
}

/** Two letters, seven digits: the nine characters of ICAO 9303-4 §4.2.2.2. */
function utopianNumber(random: Random): string {
  return random.pick([...NUMBER_LETTERS]) + random.pick([...NUMBER_LETTERS]) + digits(7, random)
}

/** Year and month of issue, department, five digits: the twelve of the card of 1988. */
function frenchNumber(issueDate: string, random: Random): string {
  return issueDate.slice(2, 4) + issueDate.slice(5, 7) + OFFICE_CODE.slice(0, 3) + digits(5, random)
}

function digits(count: number, random: Random): string {
  return Array.from({ length: count }, () => Math.floor(random.between(0, 10))).join('')
}

/** The day after the same date some years earlier, so that the document expires on the eve. */
function yearsBefore(date: string, years: number): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCFullYear(day.getUTCFullYear() - years)
  day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}
