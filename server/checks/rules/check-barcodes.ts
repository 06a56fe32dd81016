import { COMMENTS } from '../../../domain/comment.ts'
import type { BarcodeFacts } from '../../../domain/document/barcode-facts.ts'
import type { DocumentSideFacts, MrzFacts } from '../../../domain/facts.ts'
import { NAME_SPELLINGS, nameWords } from '../../../domain/name-words.ts'
import { REASON_CODES } from '../../../domain/reason-code.ts'
import type { AttemptFacts, SceneOutcome } from '../attempt-facts.ts'
import { cannotTell, type Finding, invalid } from './finding.ts'

/**
 * Whether the codes of a side say what the zone says: 0 when a code is signed and not by the certificate of its signer,
 * for codes correct their own reading errors; -1 when one names another holder, which a reviewer can settle. Null when
 * there is no code or nothing to hold it against.
 */
export function checkBarcodes(
  side: SceneOutcome<DocumentSideFacts>,
  { mrz, product }: { mrz: MrzFacts | null; product: AttemptFacts['product'] },
): Finding | null {
  const barcodes = typeof side === 'string' ? [] : (side.barcodes ?? [])
  const comment = COMMENTS.authenticityNotVerified
  if (barcodes.some(({ signature }) => signature === 'invalid')) {
    // Certified products mask the kind of fraud (API text, reason code 2399).
    const reasonCode = product === 'certified' ? REASON_CODES.certifiedFraud : REASON_CODES.counterfeit
    return invalid({ reasonCode, comment })
  }
  const contradicts = mrz?.checksValid && barcodes.some((barcode) => isOfAnother(barcode, mrz))
  return contradicts ? cannotTell({ comment }) : null
}

/** What a code does not tell contradicts nothing. */
function isOfAnother({ kind, fields }: BarcodeFacts, mrz: MrzFacts): boolean {
  const { birthDate, documentNumber, lastName } = mrz.fields
  if (fields.birthDate && birthDate && fields.birthDate !== birthDate) return true
  if (fields.lastName && lastName && !haveWordInCommon(fields.lastName, lastName)) return true
  // A licence's code has the number of the licence, its zone that of the card.
  if (kind !== '2d-doc' || !fields.documentNumber || !documentNumber) return false
  return fields.documentNumber !== documentNumber
}

function haveWordInCommon(a: string, b: string): boolean {
  const wordsOf = (name: string) => NAME_SPELLINGS.flatMap((spelling) => nameWords(name, spelling))
  const words = wordsOf(a)
  return wordsOf(b).some((word) => words.includes(word))
}
