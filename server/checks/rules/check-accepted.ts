import type { MrzFacts } from '../../../domain/facts.ts'
import { REASON_CODES } from '../../../domain/reason-code.ts'
import { type Finding, invalid, VALID } from './finding.ts'

/** Zones of visas (ICAO 9303-7): they are stuck into a passport and identify nobody alone. */
const VISAS: readonly MrzFacts['format'][] = ['MRV-A', 'MRV-B']

/** Whether the document is of a kind that can be verified; null while its zone does not tell which it is. */
export function checkAccepted(mrz: MrzFacts | null): Finding | null {
  if (!mrz?.checksValid) return null
  return VISAS.includes(mrz.format) ? invalid({ reasonCode: REASON_CODES.documentNotAccepted }) : VALID
}
