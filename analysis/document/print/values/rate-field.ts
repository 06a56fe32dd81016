import { isSameName } from '../../../../domain/document/names/reconcile-name.ts'
import type { FoundBy, PrintedField, PrintedName } from '../../../../domain/document/print-facts.ts'
import type { MrzFields } from '../../../../domain/facts.ts'
import type { TextLine } from '../text-line.ts'

/** What remains of the doubt about a value when another frame, or the zone, says the same. */
const DOUBT_LEFT = 0.25
/** What remains of the confidence in a value when another frame says something else. */
const CONFIDENCE_LEFT = 0.6
/** A value that its place alone says what it is of is never surer than this. */
const BY_PLACE = 0.65
/** How sure letters are at most that may bear a mark, where print is so soft that marks run into letters. */
export const SOFT_CERTAINTY = 0.85
/** A name read without its marks is read so again by a frame as soft, and zones have none: it is never surer than this. */
const WITHOUT_MARKS = 0.89
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

/** A confidence after another frame, as certain of its reading as told, read the same. */
export function weighSame(name: PrintedName, confidence: number, again: number): number {
  const raised = weighReading(confidence, 'same')
  return mayLackMarks(name, confidence, again) ? Math.min(raised, WITHOUT_MARKS) : raised
}

/** Whether no reading was sure of the letters; what was raised before stays as unsure. */
function mayLackMarks(name: PrintedName, confidence: number, again: number): boolean {
  const isName = name === 'lastName' || name === 'firstNames'
  return isName && confidence <= WITHOUT_MARKS && again <= SOFT_CERTAINTY
}

/**
 * A field surer where a zone whose digits are right says the same; what it contradicts is for a check to judge, and one that
 * was found because it says the same is no surer for it.
 */
export function rateByZone(name: PrintedName, field: PrintedField, zone: MrzFields): PrintedField {
  if (field.by === 'zone' || !saysTheSame(name, field.value, zone)) return field
  return { ...field, confidence: weighSame(name, field.confidence, field.confidence) }
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
