import type { MrzFormat } from '../../../domain/facts.ts'
import { type LinePlan, MRZ_LAYOUTS, type ZonePartName } from '../format/mrz-layout.ts'

/** Where a part stands: its line and its first position and the one after its last, from 0. */
export interface ZoneSpan {
  line: number
  from: number
  to: number
}

/** Where the parts of a plan stand. */
export function zoneSpans(plan: LinePlan): Map<ZonePartName, ZoneSpan> {
  const spans = new Map<ZonePartName, ZoneSpan>()
  plan.lines.forEach((parts, line) => {
    let from = 0
    for (const part of parts) {
      spans.set(part.name, { line, from, to: from + part.length })
      from += part.length
    }
  })
  return spans
}

/**
 * The characters of each part of a zone. Throws a RangeError when the number or the length of the lines is not
 * the format's.
 */
export function cutZone(format: MrzFormat, lines: readonly string[]): Map<ZonePartName, string> {
  return cutLines(MRZ_LAYOUTS[format], lines)
}

/** The same for the lines of a plan. */
export function cutLines(plan: LinePlan, lines: readonly string[]): Map<ZonePartName, string> {
  if (lines.length !== plan.lines.length || lines.some((line) => line.length !== plan.lineLength)) {
    throw new RangeError(`Lines do not have the size of ${plan.lines.length} × ${plan.lineLength}`)
  }
  const parts = new Map<ZonePartName, string>()
  for (const [name, span] of zoneSpans(plan)) parts.set(name, lines[span.line].slice(span.from, span.to))
  return parts
}
