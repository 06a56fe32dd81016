import type { CastMember } from '../cast.ts'
import { type Random, seededRandom } from '../random.ts'

/** The documents that the project draws: of Utopia, and in French layouts. */
export type DocumentKind =
  | 'passport'
  | 'id-card'
  | 'french-card'
  | 'driving-licence'
  | 'french-passport'
  | 'french-id-card'
  | 'residence-permit'
  | 'french-licence'

/** Everything that is printed on a document beside its holder. */
export interface IssuedDocument {
  kind: DocumentKind
  holder: CastMember
  number: string
  /** ISO dates YYYY-MM-DD. */
  issueDate: string
  expiryDate: string
  /** Utopia; the French layouts demand FRA. */
  issuingState: 'UTO' | 'FRA'
  /** Of the holder, as this document has it. */
  nationality: 'UTO' | 'FRA'
  /** Printed where a layout has it. */
  address: string
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
  'french-passport': 10,
  'french-id-card': 10,
  'residence-permit': 10,
  'french-licence': 15,
}
/** Kinds that only Utopia issues. */
const UTOPIAN: readonly DocumentKind[] = ['passport', 'id-card', 'driving-licence']
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
  const isFrench = !UTOPIAN.includes(kind)
  return {
    kind,
    holder,
    number: numberOf(kind, issueDate, random),
    issueDate,
    expiryDate,
    issuingState: isFrench ? 'FRA' : 'UTO',
    nationality: isFrench && kind !== 'residence-permit' ? 'FRA' : 'UTO',
    address: `${1 + Math.floor(random.between(0, 90))} RUE DES LILAS 75012 PARIS`,
    authority: isFrench ? 'Préfecture des Spécimens' : 'Registry of Amaurot',
    officeCode: OFFICE_CODE,
  }
}

function numberOf(kind: DocumentKind, issueDate: string, random: Random): string {
  switch (kind) {
    case 'french-card':
      return frenchNumber(issueDate, random)
    case 'french-passport':
    case 'french-licence':
      return digits(2, random) + letters(2, random) + digits(5, random)
    case 'french-id-card':
    case 'residence-permit':
      return letters(1, random) + digits(1, random) + letters(4, random) + digits(3, random)
    default:
      return letters(2, random) + digits(7, random)
  }
}

function letters(count: number, random: Random): string {
  return Array.from({ length: count }, () => random.pick([...NUMBER_LETTERS])).join('')
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
