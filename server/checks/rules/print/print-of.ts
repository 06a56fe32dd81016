import type { PrintFacts } from '../../../../domain/document/print-facts.ts'
import type { AttemptFacts } from '../../attempt-facts.ts'

/** The printed fields of both sides, those of the front first; null where no side's layout is known. */
export function printOf({ front, back }: Pick<AttemptFacts, 'front' | 'back'>): PrintFacts | null {
  const [first, second] = [front, back].flatMap((side) =>
    typeof side === 'string' || !side.print ? [] : [side.print],
  )
  if (!first) return null
  return second ? { ...first, fields: { ...second.fields, ...first.fields } } : first
}

/** Whether the document is of a kind that has no machine readable zone: its print alone says what it says. */
export function hasNoZone(print: PrintFacts | null): print is PrintFacts {
  return print !== null && print.template.zoneSide === null
}
