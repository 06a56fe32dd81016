import { VALIDITY_YEARS_MAXIMUM } from '../../../../domain/document/is-altered-date.ts'
import type { PrintedName } from '../../../../domain/document/print-facts.ts'
import { isZoneState } from '../../../../domain/document/zone-states.ts'
import type { LayoutField, LayoutSide } from '../../layouts/layout.ts'
import { beginsInPlace } from '../lines/begins-in-place.ts'
import type { TextLine } from '../text-line.ts'
import { parseValue, type ValueSense } from './parse-value.ts'
import { isAlone, type ToldValue } from './told-by-zone.ts'

/** Dates of a document in the order in which they come to pass. */
const DATES_IN_ORDER: readonly (PrintedName | null)[] = ['birthDate', 'issueDate', 'expiryDate']
/** A gender and nothing beside it. */
const GENDER = /^\s*[MF]\s*$/

/**
 * The values of a side that its layout and their looks tell: each stands alone in its field's place and is of the field's kind. Of
 * dates all or none: as many are printed as have places, one in each, in the order of a life, and a birth that can be no issue.
 */
export function toldByKind(
  { fields }: LayoutSide,
  lines: readonly TextLine[],
  sense: { card: { width: number; height: number } } & ValueSense,
): ToldValue[] {
  const told = fields.flatMap((field): ToldValue[] => {
    const { place } = field
    if (!place || field.name === null) return []
    const [line, second] = lines.filter(
      (one) => beginsInPlace(one, place, sense.card) && isOfKind(field, one, sense),
    )
    return line && !second ? [{ field, line }] : []
  })
  const dates = told.filter(({ field }) => field.kind === 'date')
  const others = told.filter(({ field }) => field.kind !== 'date')
  return areAllDates(fields, { dates, lines, sense }) ? [...others, ...dates] : others
}

/** Whether a line is a value of a field by its looks; names, places and texts look like anything. */
function isOfKind(field: LayoutField, line: TextLine, sense: ValueSense): boolean {
  const value = line.isGlance ? null : parseValue(field, line.text, sense)
  if (typeof value !== 'string') return false
  switch (field.kind) {
    case 'date':
      return isAlone(field, line, sense)
    case 'number':
      return field.pattern !== undefined && /\d/.test(value) && isAlone(field, line, sense)
    case 'state':
      return isZoneState(value)
    case 'gender':
      return GENDER.test(line.text)
    default:
      return false
  }
}

function areAllDates(
  fields: readonly LayoutField[],
  { dates, lines, sense }: { dates: readonly ToldValue[]; lines: readonly TextLine[]; sense: ValueSense },
): boolean {
  const expected = fields.filter(({ kind }) => kind === 'date')
  const printed = lines.filter(({ text }) => expected.some((one) => parseValue(one, text, sense) !== null))
  const days = DATES_IN_ORDER.flatMap((name) =>
    dates.flatMap(({ field, line }) =>
      field.name === name ? [{ name, day: String(parseValue(field, line.text, sense)) }] : [],
    ),
  )
  const isOrdered = days.every((one, i) => i === 0 || isBefore(days[i - 1], one))
  return (
    new Set(dates.map(({ line }) => line)).size === expected.length &&
    printed.length === days.length &&
    isOrdered
  )
}

/** A date of a life, and the field that it is told for. */
interface ToldDay {
  name: PrintedName | null
  day: string
}

/** Whether one date is before the next; a birth beside an end so long that it can be no issue, of which no order would tell it. */
function isBefore(one: ToldDay, next: ToldDay): boolean {
  const years = Number(next.day.slice(0, 4)) - Number(one.day.slice(0, 4))
  const leastYears = one.name === 'birthDate' && next.name === 'expiryDate' ? VALIDITY_YEARS_MAXIMUM : -1
  return one.day < next.day && years > leastYears
}
