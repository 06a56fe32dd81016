import type { MrzFacts } from '../../../domain/facts.ts'
import { REASON_CODES } from '../../../domain/reason-code.ts'
import { cannotTell, type Finding, invalid, VALID } from './finding.ts'

/** Zones of visas (ICAO 9303-7): they are stuck into a passport and identify nobody alone. */
const VISAS: readonly MrzFacts['format'][] = ['MRV-A', 'MRV-B']

/** Certificates of crew members (ICAO 9303-5 §4.2.2.1, code AC). The letter is under no check digit: a reviewer tells. */
const CREW_CERTIFICATE = 'AC'

/** Whether the document is of a kind that can be verified, -1 when it probably is not; null while its zone does not tell which it is. */
export function checkAccepted(mrz: MrzFacts | null): Finding | null {
  if (!mrz?.checksValid) return null
  const reasonCode = REASON_CODES.documentNotAccepted
  if (VISAS.includes(mrz.format)) return invalid({ reasonCode })
  return mrz.fields.documentCode === CREW_CERTIFICATE ? cannotTell({ reasonCode }) : VALID
}
