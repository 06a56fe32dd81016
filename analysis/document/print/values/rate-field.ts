import type { FoundBy, PrintedField, PrintedName } from '../../../../domain/document/print-facts.ts'
import type { MrzFields } from '../../../../domain/facts.ts'
import type { TextLine } from '../text-line.ts'
import { isSameName } from './reconcile-name.ts'

/** What remains of the doubt about a value when another frame, or the zone, says the same. */
const DOUBT_LEFT = 0.25
/** What remains of the confidence in a value when another frame says something else. */
const CONFIDENCE_LEFT = 0.6
/** A value that its place alone says what it is of is never surer than this. */
const BY_PLACE = 0.65
const SPOKEN = /[\p{L}\p{N}]/u

/** How sure a line's value is, 0-1: as sure as its least certain letter or digit. */
export function certaintyOf({ text, certainties, confidence }: TextLine, by: FoundBy): number {
  const told = certainties.filter((_, i) => text.length !== certainties.length || SPOKEN.test(text[i]))
  const least = told.length === 0 ? confidence : Math.min(...told)
  return by === 'place' ? Math.min(least, BY_PLACE) : least
}

/** A confidence after a second reading said the same or something else. */
export function weighReading(confidence: number, reading: 'same' | 'other'): number {
  return reading === 'same' ? 1 - (1 - confidence) * DOUBT_LEFT : confidence * CONFIDENCE_LEFT
}

/** A field surer where a zone whose digits are right says the same; what it contradicts is for a check to judge. */
export function rateByZone(name: PrintedName, field: PrintedField, zone: MrzFields): PrintedField {
  if (!saysTheSame(name, field.value, zone)) return field
  return { ...field, confidence: weighReading(field.confidence, 'same') }
}

/** Whether a printed value is what the zone says. */
export function saysTheSame(name: PrintedName, value: string | string[], zone: MrzFields): boolean {
  switch (name) {
    case 'lastName':
      return isSameName(String(value), zone.lastName)
    case 'firstNames':
      return [value].flat().every((one, i) => !zone.firstNames[i] || isSameName(one, zone.firstNames[i]))
    case 'birthDate':
    case 'expiryDate':
    case 'gender':
    case 'nationality':
    case 'documentNumber':
    case 'personalNumber':
      return zone[name] === value
    default:
      return false
  }
}
