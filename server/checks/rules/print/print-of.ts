import type { PrintedField, PrintFacts } from '../../../../domain/document/print-facts.ts'
import type { AttemptFacts } from '../../attempt-facts.ts'
import { findOnFront } from './find-on-front.ts'

/**
 * The printed fields of both sides, those of the front first, with what its lines say as the zone on the back does, remarks of
 * both; null where no side's layout is known.
 */
export function printOf({ front, back }: Pick<AttemptFacts, 'front' | 'back'>): PrintFacts | null {
  const [first, second] = [printOfFront(front, back), typeof back === 'string' ? null : back.print].filter(
    (print) => print !== null && print !== undefined,
  )
  if (!first) return null
  if (!second) return first
  const remarks = joinRemarks(first.fields.remarks, second.fields.remarks)
  return { ...first, fields: { ...second.fields, ...first.fields, ...remarks } }
}

function printOfFront(front: AttemptFacts['front'], back: AttemptFacts['back']): PrintFacts | null {
  if (typeof front === 'string' || !front.print) return null
  if (typeof back === 'string' || !back.mrz?.checksValid || front.mrz?.checksValid) return front.print
  return { ...front.print, fields: { ...findOnFront(front, back.mrz), ...front.print.fields } }
}

/** Both sides of licences have remarks: the classes held, and the codes that restrict them. */
function joinRemarks(front: PrintedField | undefined, back: PrintedField | undefined): PrintFacts['fields'] {
  if (!front || !back) return {}
  const text = (field: PrintedField) => [field.value].flat().join(' ')
  return {
    remarks: {
      ...front,
      value: `${text(front)}; ${text(back)}`,
      confidence: Math.min(front.confidence, back.confidence),
      framesAgreeing: Math.min(front.framesAgreeing, back.framesAgreeing),
    },
  }
}

/** Whether the document is of a kind that has no machine readable zone: its print alone says what it says. */
export function hasNoZone(print: PrintFacts | null): print is PrintFacts {
  return print !== null && print.template.zoneSide === null
}
