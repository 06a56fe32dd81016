import type { PrintedField } from '../../../../domain/document/print-facts.ts'
import { saysBirthDate } from '../../../../domain/document/says-birth-date.ts'
import type { DocumentSideFacts } from '../../../../domain/facts.ts'
import type { AttemptFacts, SceneOutcome } from '../../attempt-facts.ts'
import { THRESHOLDS } from '../thresholds.ts'
import { fieldsOfFront, printOf } from './print-of.ts'

type Sides = Pick<AttemptFacts, 'front' | 'back'>

/**
 * The sides of a document with the birth date of their zones in the century that the print surely says. Zones have two digits of
 * the year (ICAO 9303-3 §4.8), which are read as the latest that is not to come: holders of more than a hundred years would be
 * infants, but for print that has all four (ICAO 9303-3 §3.8).
 */
export function withPrintedCentury<S extends Sides>(sides: S, today: string): S {
  const printed = dateBeyondDoubt(printedBirth(sides))
  if (printed === null || yearOf(today) - yearOf(printed) > THRESHOLDS.holderYearsMaximum) return sides
  return { ...sides, front: bornOn(sides.front, printed), back: bornOn(sides.back, printed) }
}

/**
 * Whether the print says that a zone means an earlier century, and not as surely as is taken for true. Asked of sides with
 * their printed century: of two digits of the year nobody reads another than the zone's.
 */
export function isCenturyUnsure(sides: Sides, birthDate: string | null): boolean {
  const printed = printedBirth(sides)?.value
  return typeof printed === 'string' && printed !== birthDate && saysBirthDate(printed, birthDate)
}

/** The birth date that is printed on either side; a front of no known layout may say it in a line. */
function printedBirth(sides: Sides): PrintedField | undefined {
  return fieldsOfFront(sides).birthDate ?? printOf(sides)?.fields.birthDate
}

/** A date whose four digits of the year stand in the print as they were read; null when it is not sure. */
function dateBeyondDoubt(field: PrintedField | undefined): string | null {
  if (typeof field?.value !== 'string') return null
  const isSure = field.confidence >= THRESHOLDS.contradictingConfidenceMinimum
  return isSure && field.raw.includes(field.value.slice(0, 4)) ? field.value : null
}

/** A side whose zone has the date, but for a later century. */
function bornOn(side: SceneOutcome<DocumentSideFacts>, printed: string): SceneOutcome<DocumentSideFacts> {
  if (typeof side === 'string' || !side.mrz?.checksValid) return side
  const { birthDate } = side.mrz.fields
  if (!saysBirthDate(printed, birthDate)) return side
  return { ...side, mrz: { ...side.mrz, fields: { ...side.mrz.fields, birthDate: printed } } }
}

function yearOf(isoDate: string): number {
  return Number(isoDate.slice(0, 4))
}
