import type { PrintFacts } from '../../../../domain/document/print-facts.ts'
import type { MrzFacts } from '../../../../domain/facts.ts'
import { isSpelledAlike } from './is-spelled-alike.ts'

/** An attribute of the zone that its check digits may leave undecided. */
export type DisputableName = 'lastName' | 'firstNames' | 'documentNumber' | 'personalNumber'

/** What each part that no check digit decides consists of. */
const PARTS: Readonly<Record<'names' | 'numbers', readonly DisputableName[]>> = {
  names: ['lastName', 'firstNames'],
  numbers: ['documentNumber', 'personalNumber'],
}

/** How sure a zone is, 0-1: where two readings fit, less, until print that was not found by the zone says which is right. */
export function zoneCertainty(mrz: MrzFacts, print: PrintFacts | null): number {
  const { confidence, decidedConfidence = confidence, undecided = [] } = mrz
  const isDecided = undecided.flatMap((part) => PARTS[part]).every((name) => isSettled(name, mrz, print))
  return isDecided ? decidedConfidence : confidence
}

/** How sure an attribute of a zone is, 0-1: as sure as its letters unless it is of an undecided part and nothing settles it. */
export function attributeCertainty(name: DisputableName, mrz: MrzFacts, print: PrintFacts | null): number {
  const { confidence, decidedConfidence = confidence, undecided = [] } = mrz
  const isDisputed = undecided.some((part) => PARTS[part].includes(name))
  return isDisputed && !isSettled(name, mrz, print) ? confidence : decidedConfidence
}

/** Whether nothing of a disputed attribute is in doubt: print that was not found by the zone says it to the letter. */
function isSettled(name: DisputableName, { fields }: MrzFacts, print: PrintFacts | null): boolean {
  const told = fields[name]
  // Of numbers only zeros are in dispute, which may be the letter O.
  const isNumber = name === 'documentNumber' || name === 'personalNumber'
  if (told === null || (isNumber && !told.includes('0'))) return true
  const field = print?.fields[name]
  if (!field || field.by === 'zone') return false
  const [said, zone] = [field.value, told].map((text) => [text].flat().join(' '))
  return isNumber ? said === zone : isSpelledAlike(said, zone)
}
