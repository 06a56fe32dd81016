import type { PrintedName, PrintFacts } from '../../../../domain/document/print-facts.ts'
import type { MrzFacts } from '../../../../domain/facts.ts'
import { compareWithZone } from './compare-with-zone.ts'

/** What the print must say for a part that no check digit decides. */
const SETTLED_BY: Readonly<Record<'names' | 'numbers', readonly PrintedName[]>> = {
  names: ['lastName', 'firstNames'],
  numbers: ['documentNumber'],
}

/** How sure a zone is, 0-1: where two readings fit, less, until print that was not found by the zone says which is right. */
export function zoneCertainty(mrz: MrzFacts, print: PrintFacts | null): number {
  const { confidence, decidedConfidence = confidence, undecided = [] } = mrz
  const isSettled = undecided.flatMap((part) => SETTLED_BY[part]).every((name) => isSaid(name, mrz, print))
  return isSettled ? decidedConfidence : confidence
}

function isSaid(name: PrintedName, mrz: MrzFacts, print: PrintFacts | null): boolean {
  const said = print && compareWithZone(print, mrz).find((one) => one.name === name)
  if (!said || said.field.by === 'zone' || said.likeness !== 'same') return false
  // Letters that look like digits are the same when numbers are compared, and just what is in dispute.
  return name !== 'documentNumber' || said.field.value === mrz.fields.documentNumber
}
