import {
  isAlteredDate,
  isNearDate,
  VALIDITY_YEARS_MAXIMUM,
} from '../../../domain/document/is-altered-date.ts'
import type { AlterableDate, PrintedField, PrintFacts } from '../../../domain/document/print-facts.ts'
import type { ZoneToFind } from './find-by-zone.ts'
import { sliceValue } from './lines/slice-value.ts'
import type { TextLine } from './text-line.ts'
import { parseValue } from './values/parse-value.ts'
import { printedField } from './values/values-of.ts'

const NAMES: readonly AlterableDate[] = ['birthDate', 'expiryDate']

/**
 * Dates that are a digit or two off the zone's, where no print has the zone's own; null where there are none. Which of the two is
 * right is not said.
 */
export function findNearDates(
  lines: readonly TextLine[],
  sought: ZoneToFind,
): NonNullable<PrintFacts['nearDates']> | null {
  const found = NAMES.flatMap((name): [AlterableDate, PrintedField][] => {
    const near = sought.missing(name) ? nearest(name, lines, sought) : null
    return near ? [[name, near]] : []
  })
  return found.length === 0 ? null : Object.fromEntries(found)
}

/** The surest of those that may be meant; labels, which are glanced at, are none. */
function nearest(
  name: AlterableDate,
  lines: readonly TextLine[],
  { zone, ...sense }: ZoneToFind,
): PrintedField | null {
  if (name === 'birthDate' && isLongValid(zone.expiryDate, sense.today)) return null
  const field = { name, kind: 'date', labels: [] } as const
  const found = lines.flatMap((line) => {
    const value = line.isGlance ? null : parseValue(field, line.text, sense)
    if (typeof value !== 'string' || !isNearDate(value, zone[name] ?? '')) return []
    const printed = printedField(value, sliceValue(line, field, sense), 'zone')
    return isAlteredDate(name, printed, zone) ? [printed] : []
  })
  return found.sort((a, b) => b.confidence - a.confidence)[0] ?? null
}

/** Whether a document ends so late that it was issued for longer than others are: its date of issue may be as far from its end as a birth. */
function isLongValid(end: string | null, today: string): boolean {
  const year = (date: string) => Number(date.slice(0, 4))
  return end !== null && year(end) - year(today) > VALIDITY_YEARS_MAXIMUM
}
