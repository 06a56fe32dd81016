import type {
  AlterableDate,
  PrintedField,
  PrintedName,
  PrintFacts,
} from '../../../../domain/document/print-facts.ts'
import { saysBirthDate } from '../../../../domain/document/says-birth-date.ts'
import type { DocumentSideFacts, MrzFacts } from '../../../../domain/facts.ts'
import type { AttemptFacts } from '../../attempt-facts.ts'
import { compareWithZone } from './compare-with-zone.ts'
import { findOnFront } from './find-on-front.ts'

/**
 * The printed fields of both sides, those of the front first, with what its lines say as the zone on the back does, remarks of
 * both, and dates nearly the zone's; null where no side's layout is known.
 */
export function printOf(sides: Pick<AttemptFacts, 'front' | 'back'>): PrintFacts | null {
  const { back } = sides
  const [first, second] = [printOfFront(sides), typeof back === 'string' ? null : back.print].filter(
    (print) => print !== null && print !== undefined,
  )
  if (!first) return null
  if (!second) return first
  const remarks = joinRemarks(first.fields.remarks, second.fields.remarks)
  const fields = { ...second.fields, ...first.fields, ...remarks }
  const near = Object.entries(second.nearDates ?? {}).filter(([name]) => !fields[name as AlterableDate])
  const nearDates = { ...Object.fromEntries(near), ...first.nearDates }
  return { ...first, fields, ...(Object.keys(nearDates).length > 0 && { nearDates }) }
}

/** The printed fields of a front, with a layout or without, and what its lines say as the zone does that the back alone has. */
export function fieldsOfFront({ front, back }: Pick<AttemptFacts, 'front' | 'back'>): PrintFacts['fields'] {
  if (typeof front === 'string') return {}
  const told = front.print?.fields ?? {}
  const zone = typeof back === 'string' || front.mrz?.checksValid ? null : back.mrz
  if (!zone?.checksValid) return told
  return { ...told, ...findOnFront({ ...front, print: withoutMislabelled(front.print, zone) }, zone) }
}

/** Where labels alone tell, a field that is not the zone's is another if a line says the zone's: names in two scripts stand under one label. */
function withoutMislabelled(print: DocumentSideFacts['print'], zone: MrzFacts): DocumentSideFacts['print'] {
  if (!print || print.template.documentTypeDetailed !== null) return print
  const others = compareWithZone(print, zone).flatMap(({ name, likeness, field }) => {
    const isCentury = name === 'birthDate' && saysBirthDate(String(field.value), zone.fields.birthDate)
    return (likeness === 'other' || likeness === 'altered') && !isCentury ? [name] : []
  })
  const fields = Object.entries(print.fields).filter(([name]) => !others.includes(name as PrintedName))
  return { ...print, fields: Object.fromEntries(fields) }
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
