import { isToldAtLength } from '../../../../domain/document/is-told-at-length.ts'
import { bothNamesIn, firstNamesIn, lastNameIn } from '../../../../domain/document/names/names-in-line.ts'
import type { PrintedField, PrintedLine, PrintFacts } from '../../../../domain/document/print-facts.ts'
import { saysBirthDate } from '../../../../domain/document/says-birth-date.ts'
import type { DocumentSideFacts, MrzFields } from '../../../../domain/facts.ts'
import { plainNumber } from './plain-number.ts'

type Fields = PrintFacts['fields']
type Value = PrintedField['value']

/**
 * The fields of a front that its layout did not tell and whose values, as the zone on the back has them, stand in some line of
 * it. What is found because it agrees is marked so: that something was not found says nothing.
 */
export function findOnFront({ print, lines = [] }: DocumentSideFacts, { fields: zone }: MrzSide): Fields {
  const told: Fields = print?.fields ?? {}
  const found: Fields = {}
  for (const [name, say] of sought(zone)) {
    if (told[name] ?? found[name]) continue
    const field = firstThatSays(lines, say)
    if (field) found[name] = field
  }
  const areNamesOut = !told.lastName && !found.lastName && !told.firstNames
  return areNamesOut ? { ...found, ...findBothNames(lines, zone) } : found
}

/** A zone with its digits. */
type MrzSide = { fields: MrzFields }
type SoughtName = 'lastName' | 'firstNames' | 'birthDate' | 'expiryDate' | 'documentNumber'
/** What a line says of a field, if that is what the zone says of it. */
type Say = (line: PrintedLine) => Value | null

function sought(zone: MrzFields): [SoughtName, Say][] {
  const exactly = (told: string | null, said: string | null) => (said !== null && said === told ? said : null)
  const number = isToldAtLength(zone.documentNumber) ? zone.documentNumber : null
  return [
    ['lastName', ({ text }) => lastNameIn(text, zone)],
    ['firstNames', ({ text }) => firstNamesIn(text, zone)],
    ['birthDate', (line) => exactly(zone.birthDate, line.birthDate)],
    ['birthDate', (line) => (saysBirthDate(line.birthDate, zone.birthDate) ? line.birthDate : null)],
    ['expiryDate', (line) => exactly(zone.expiryDate, line.expiryDate)],
    ['documentNumber', (line) => (isNumber(line.number, number) ? line.number : null)],
  ]
}

/** Of what print makes look alike (O and zero, B and 8), the zone's digits tell which it is. */
function isNumber(said: string | null, told: string | null): boolean {
  return said !== null && told !== null && plainNumber(said) === plainNumber(told)
}

function firstThatSays(lines: readonly PrintedLine[], say: Say): PrintedField | null {
  for (const line of lines) {
    const value = say(line)
    if (value !== null) return fieldOf(line, value)
  }
  return null
}

function fieldOf({ text, confidence, box }: PrintedLine, value: Value): PrintedField {
  return { value, raw: text, confidence, box, framesAgreeing: 1, by: 'zone' }
}

/** A line with both names, the last name first. */
function findBothNames(lines: readonly PrintedLine[], zone: MrzFields): Fields {
  for (const line of lines) {
    const names = bothNamesIn(line.text, zone)
    if (names) return { lastName: fieldOf(line, names.lastName), firstNames: fieldOf(line, names.firstNames) }
  }
  return {}
}
