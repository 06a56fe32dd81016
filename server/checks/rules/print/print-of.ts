import type { PrintedField, PrintFacts } from '../../../../domain/document/print-facts.ts'
import type { AttemptFacts } from '../../attempt-facts.ts'
import { findOnFront } from './find-on-front.ts'

/**
 * The printed fields of both sides, those of the front first, with what its lines say as the zone on the back does, remarks of
 * both; null where no side's layout is known.
 */
export function printOf(sides: Pick<AttemptFacts, 'front' | 'back'>): PrintFacts | null {
  const { back } = sides
  const [first, second] = [printOfFront(sides), typeof back === 'string' ? null : back.print].filter(
    (print) => print !== null && print !== undefined,
  )
  if (!first) return null
  if (!second) return first
  const remarks = joinRemarks(first.fields.remarks, second.fields.remarks)
  return { ...first, fields: { ...second.fields, ...first.fields, ...remarks } }
}

/** The printed fields of a front, with a layout or without, and what its lines say as the zone does that the back alone has. */
export function fieldsOfFront({ front, back }: Pick<AttemptFacts, 'front' | 'back'>): PrintFacts['fields'] {
  if (typeof front === 'string') return {}
  const told = front.print?.fields ?? {}
  const zone = typeof back === 'string' || front.mrz?.checksValid ? null : back.mrz
  return zone?.checksValid ? { ...findOnFront(front, zone), ...told } : told
}

function printOfFront(sides: Pick<AttemptFacts, 'front' | 'back'>): PrintFacts | null {
  const { front } = sides
  if (typeof front === 'string' || !front.print) return null
  return { ...front.print, fields: fieldsOfFront(sides) }
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
