import type { MrzFields } from '../../../domain/facts.ts'
import { readLongNumber } from '../format/long-number.ts'
import { type LinePlan, MRZ_LAYOUTS, type ZonePartName } from '../format/mrz-layout.ts'
import { cutLines, type ZoneSpan, zoneSpans } from '../lines/cut-zone.ts'

/** Parts that hold what a field of the same name says. */
const ALIKE_NAMED = [
  'documentCode',
  'issuingState',
  'documentNumber',
  'lastName',
  'firstNames',
  'birthDate',
  'gender',
  'expiryDate',
  'nationality',
  'personalNumber',
] as const satisfies readonly (ZonePartName & keyof MrzFields)[]

/** Fillers between last and first names (ICAO 9303-3 §4.6). */
const NAMES_APART = '<<'
/** Year and month of issue, with which the number of a French card begins, characters. */
const ISSUE_MONTH = 4

/** The stretches of a field, in the order they are read: nearly all fields have one. */
export type FieldSpans = Map<keyof MrzFields, ZoneSpan[]>

/** Where each field that lines of a plan spell is written, without the fillers around it. */
export function fieldSpans(plan: LinePlan, lines: readonly string[]): FieldSpans {
  const spans = zoneSpans(plan)
  const fields: FieldSpans = new Map()
  const add = (field: keyof MrzFields, ...stretches: (ZoneSpan | undefined)[]) => {
    const written = stretches.flatMap((span) => (span ? writtenOf(span, lines) : []))
    if (written.length > 0) fields.set(field, written)
  }
  for (const name of ALIKE_NAMED) add(name, spans.get(name))
  const number = spans.get('documentNumber')
  add('documentNumber', number, restOfNumber(plan, lines))
  if (number && plan === MRZ_LAYOUTS['FR-2x36'])
    add('issueDate', { ...number, to: number.from + ISSUE_MONTH })
  const names = spans.get('names')
  if (names) {
    const { last, first } = splitNames(names, lines)
    add('lastName', last)
    add('firstNames', first)
  }
  return fields
}

/** A span without the fillers at its ends; none when nothing else is in it. */
function writtenOf({ line, from, to }: ZoneSpan, lines: readonly string[]): ZoneSpan[] {
  const text = lines[line].slice(from, to)
  const begin = from + (text.length - text.replace(/^<+/, '').length)
  const end = from + text.replace(/<+$/, '').length
  return begin < end ? [{ line, from: begin, to: end }] : []
}

/** Where a long number goes on. */
function restOfNumber(plan: LinePlan, lines: readonly string[]): ZoneSpan | undefined {
  const parts = cutLines(plan, lines)
  const optional = zoneSpans(plan).get('optional')
  const long = readLongNumber(parts)
  if (long === null || optional === undefined) return undefined
  const rest = long.number.length - (parts.get('documentNumber') ?? '').length
  return { ...optional, to: optional.from + rest }
}

function splitNames(names: ZoneSpan, lines: readonly string[]): { last: ZoneSpan; first: ZoneSpan } {
  const apart = lines[names.line].slice(names.from, names.to).indexOf(NAMES_APART)
  const end = apart < 0 ? names.to : names.from + apart
  return { last: { ...names, to: end }, first: { ...names, from: end } }
}
