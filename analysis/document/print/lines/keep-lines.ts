import type { PrintedLine, PrintedName, Template } from '../../../../domain/document/print-facts.ts'
import { FILLER } from '../../../mrz/format/mrz-characters.ts'
import type { ValueKind } from '../../layouts/layout.ts'
import type { TextLine } from '../text-line.ts'
import { parseValue } from '../values/parse-value.ts'
import { certaintyOf } from '../values/rate-field.ts'
import { neighbours } from './neighbours.ts'

/** Lines kept at most: a front has forty, and some rows of them are kept joined as well. */
const MAX_KEPT = 60
/** Characters kept of a line: the longest names of a zone have 39. */
const MAX_CHARACTERS = 80

/**
 * The lines of a front that the zone on its back may speak of, with what each says if it is a date or a number: of states' own
 * layouts places tell the fields, and of those with a zone on the front that zone does. `today` (ISO date) decides centuries.
 */
export function keepLines(
  lines: readonly TextLine[],
  { side, template, today }: { side: 'front' | 'back'; template: Template | null; today: string },
): PrintedLine[] {
  const isSought =
    side === 'front' &&
    (template === null || (template.zoneSide === 'back' && template.documentTypeDetailed === null))
  if (!isSought) return []
  const runs = lines.filter(({ text }) => !text.includes(FILLER))
  return [...runs, ...neighbours(runs)].slice(0, MAX_KEPT).map((line) => keptLine(line, today))
}

function keptLine(line: TextLine, today: string): PrintedLine {
  const { left, top, right, bottom } = line
  const text = line.text.slice(0, MAX_CHARACTERS)
  const said = (name: PrintedName, kind: ValueKind) => {
    const value = parseValue({ name, kind, labels: [] }, text, { today })
    return typeof value === 'string' ? value : null
  }
  return {
    text,
    confidence: certaintyOf(line, 'zone'),
    box: { x: left, y: top, width: right - left, height: bottom - top },
    birthDate: said('birthDate', 'date'),
    expiryDate: said('expiryDate', 'date'),
    number: said('documentNumber', 'number'),
  }
}
