import type { PrintFacts } from '../../../domain/document/print-facts.ts'
import { SPECIMEN_STATE } from '../../../domain/document/zone-states.ts'
import type { Environment } from '../../../domain/environment.ts'
import type { MrzFacts } from '../../../domain/facts.ts'
import { REASON_CODES } from '../../../domain/reason-code.ts'
import { cannotTell, type Finding } from './finding.ts'

/**
 * Whether the document is of Utopia, the state of specimens: nobody lives there, so in the live environment it is -1; not 0, for no
 * check digit covers the code. Null for those of other states, and in the test environment, where people are drawn.
 */
export function checkSpecimen(
  { mrz, print }: { mrz: MrzFacts | null; print: PrintFacts | null },
  environment: Environment,
): Finding | null {
  const zone = mrz?.checksValid ? [mrz.fields.issuingState, mrz.fields.nationality] : []
  const isSpecimen = [...zone, print?.template.country].includes(SPECIMEN_STATE)
  return isSpecimen && environment === 'live'
    ? cannotTell({ reasonCode: REASON_CODES.documentNotAccepted })
    : null
}
