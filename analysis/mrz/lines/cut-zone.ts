import type { MrzFormat } from '../../../domain/facts.ts'
import { MRZ_LAYOUTS, type MrzLayout, type ZonePartName } from '../format/mrz-layout.ts'

/** Where a part stands: its line and its first position and the one after its last, from 0. */
export interface ZoneSpan {
  line: number
  from: number
  to: number
}

/** Where the parts of a format stand. */
export function zoneSpans(layout: MrzLayout): Map<ZonePartName, ZoneSpan> {
  const spans = new Map<ZonePartName, ZoneSpan>()
  layout.lines.forEach((parts, line) => {
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
  const layout = MRZ_LAYOUTS[format]
  if (lines.length !== layout.lines.length || lines.some((line) => line.length !== layout.lineLength)) {
    throw new RangeError(`Lines do not have the size of a ${format} zone`)
  }
  const parts = new Map<ZonePartName, string>()
  for (const [name, span] of zoneSpans(layout)) parts.set(name, lines[span.line].slice(span.from, span.to))
  return parts
}
