import { isToldAtLength } from '../../../domain/document/is-told-at-length.ts'
import { bothNamesIn } from '../../../domain/document/names/names-in-line.ts'
import type { PrintedName } from '../../../domain/document/print-facts.ts'
import type { MrzFields } from '../../../domain/facts.ts'
import { FILLER } from '../../mrz/format/mrz-characters.ts'
import type { LayoutField, ValueKind } from '../layouts/layout.ts'
import { neighbours } from './lines/neighbours.ts'
import { numberWithin } from './lines/number-within.ts'
import { sliceLine } from './lines/slice-line.ts'
import { stacked } from './lines/stacked.ts'
import type { TextLine } from './text-line.ts'
import type { ValueSense } from './values/parse-value.ts'
import { spellsZone } from './values/spells-zone.ts'

/** Fields that zones tell and that are long enough not to stand in other print by chance. */
const SOUGHT: readonly (readonly [name: PrintedName & keyof MrzFields, kind: ValueKind])[] = [
  ['lastName', 'name'],
  ['firstNames', 'names'],
  ['birthDate', 'date'],
  ['expiryDate', 'date'],
  ['documentNumber', 'number'],
  ['personalNumber', 'number'],
]
/** A gender that stands alone, in one language or two; print has few other single letters. */
const GENDER = /^\s*(?:\p{L}{1,3}\s?\/\s?)?[MF][\s:.]*$/iu

/** A line that says what a zone says. */
export interface FoundLine {
  field: LayoutField
  line: TextLine
}

/** What a zone says, and what is not known of the print yet. */
export interface ZoneToFind extends ValueSense {
  zone: MrzFields
  missing: (name: PrintedName) => boolean
}

/** Whether the zone tells of a field that is not known of the print yet. */
export function isLeftToFind({ zone, missing }: ZoneToFind): boolean {
  const isTold = SOUGHT.some(([name]) => missing(name) && isToldAtLength(zone[name]))
  return isTold || (missing('gender') && zone.gender !== null)
}

/**
 * The lines of print that say what the zone says, for the fields that neither label nor place has told: labels are small
 * print, and in any language. That a value was not found says nothing. A piece of the zone itself is never print.
 */
export function findByZone(read: readonly TextLine[], sought: ZoneToFind): FoundLine[] {
  const { zone, missing } = sought
  const lines = read.filter(({ text }) => !text.includes(FILLER))
  const runs = [...lines, ...neighbours(lines), ...lines.flatMap(afterLabel)]
  const found: FoundLine[] = []
  for (const [name, kind] of SOUGHT) {
    if (!missing(name) || !isToldAtLength(zone[name])) continue
    const field: LayoutField = { name, kind, labels: [] }
    // Who is called the same twice has it printed twice.
    const isTaken = (one: TextLine) => kind === 'names' && found.some(({ line }) => line === one)
    const line = [...runs, ...moreRuns(field, lines, zone)].find(
      (one) => !isTaken(one) && spellsZone(field, one.text, sought),
    )
    if (line) found.push({ field, line })
  }
  found.push(...findGender(lines, sought))
  const areNamesOut = missing('lastName') && !found.some(({ field }) => field.name === 'lastName')
  return areNamesOut ? [...found, ...findBothNames(lines, sought)] : found
}

/** Lines of a name in two rows, and pieces of lines that have the number among other words. */
function moreRuns(
  { kind }: LayoutField,
  lines: readonly TextLine[],
  { documentNumber }: MrzFields,
): TextLine[] {
  if (kind === 'name' || kind === 'names') return stacked(lines)
  return kind === 'number' ? lines.flatMap((line) => numberWithin(line, documentNumber ?? '')) : []
}

/** What follows the colon of a label in its line: where the space before a short one is lost (IDENTITÉN°:) it is not known as a label. */
function afterLabel(line: TextLine): TextLine[] {
  const from = line.text.lastIndexOf(':') + 1
  return from === 0 ? [] : [sliceLine(line, from)]
}

function findGender(lines: readonly TextLine[], sought: ZoneToFind): FoundLine[] {
  const field: LayoutField = { name: 'gender', kind: 'gender', labels: [] }
  if (!sought.missing('gender') || sought.zone.gender === null) return []
  const alone = lines.filter(({ text }) => GENDER.test(text))
  return alone.length === 1 && spellsZone(field, alone[0].text, sought) ? [{ field, line: alone[0] }] : []
}

/** A line with both names, each where it stands. */
function findBothNames(lines: readonly TextLine[], { zone, missing }: ZoneToFind): FoundLine[] {
  if (!missing('firstNames')) return []
  for (const line of lines) {
    const names = bothNamesIn(line.text, zone)
    if (names === null) continue
    return [
      { field: { name: 'lastName', kind: 'name', labels: [] }, line: sliceLine(line, 0, names.lastNameTo) },
      {
        field: { name: 'firstNames', kind: 'names', labels: [] },
        line: sliceLine(line, names.firstNamesFrom),
      },
    ]
  }
  return []
}
