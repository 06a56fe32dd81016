import { COMMENTS } from '../../../domain/comment.ts'
import type { BarcodeFacts } from '../../../domain/document/barcode-facts.ts'
import type { PrintFacts } from '../../../domain/document/print-facts.ts'
import type { DocumentSideFacts, MrzFacts } from '../../../domain/facts.ts'
import { NAME_SPELLINGS, nameWords } from '../../../domain/name-words.ts'
import { REASON_CODES } from '../../../domain/reason-code.ts'
import type { AttemptFacts, SceneOutcome } from '../attempt-facts.ts'
import { cannotTell, type Finding, invalid, reasonOfFraud } from './finding.ts'
import { plainNumber } from './print/plain-number.ts'
import { hasNoZone } from './print/print-of.ts'
import { sureValue } from './print/sure-value.ts'

/** What a document says of its holder, apart from its codes. */
interface Told {
  birthDate: string | null
  lastName: string | null
  documentNumber: string | null
  /** Zones of licences have the number of the card, their codes that of the licence; print has the latter. */
  source: 'zone' | 'print'
}

/**
 * Whether the codes of a side say what the zone says, or where a document has none its print: 0 when a code is signed and not by the certificate of its signer,
 * for codes correct their own reading errors; -1 when one names another holder, which a reviewer can settle. Null when
 * there is no code or nothing to hold it against.
 */
export function checkBarcodes(
  side: SceneOutcome<DocumentSideFacts>,
  {
    mrz,
    print,
    product,
  }: { mrz: MrzFacts | null; print: PrintFacts | null; product: AttemptFacts['product'] },
): Finding | null {
  const barcodes = typeof side === 'string' ? [] : (side.barcodes ?? [])
  const comment = COMMENTS.authenticityNotVerified
  if (barcodes.some(({ signature }) => signature === 'invalid')) {
    const reasonCode = reasonOfFraud(product, REASON_CODES.counterfeit)
    return invalid({ reasonCode, comment })
  }
  const told = toldBy(mrz, print)
  const contradicts = told && barcodes.some((barcode) => isOfAnother(barcode, told))
  return contradicts ? cannotTell({ comment }) : null
}

/** The zone when its digits are right; else, of a document without one, what was read alike in several frames. */
function toldBy(mrz: MrzFacts | null, print: PrintFacts | null): Told | null {
  if (mrz?.checksValid) return { ...mrz.fields, source: 'zone' }
  if (mrz !== null || !hasNoZone(print)) return null
  return {
    birthDate: sureValue(print, 'birthDate'),
    lastName: sureValue(print, 'lastName'),
    documentNumber: sureValue(print, 'documentNumber'),
    source: 'print',
  }
}

/** What a code does not tell contradicts nothing. */
function isOfAnother({ kind, fields }: BarcodeFacts, told: Told): boolean {
  const { birthDate, documentNumber, lastName, source } = told
  if (fields.birthDate && birthDate && fields.birthDate !== birthDate) return true
  if (fields.lastName && lastName && !haveWordInCommon(fields.lastName, lastName, source)) return true
  if (kind !== '2d-doc' && source === 'zone') return false
  if (!fields.documentNumber || !documentNumber) return false
  return source === 'zone'
    ? fields.documentNumber !== documentNumber
    : plainNumber(fields.documentNumber) !== plainNumber(documentNumber)
}

/** Print may be misread by a letter: words of one length that differ in one place are the same. */
function haveWordInCommon(a: string, b: string, source: Told['source']): boolean {
  const wordsOf = (name: string) => NAME_SPELLINGS.flatMap((spelling) => nameWords(name, spelling))
  const words = wordsOf(a)
  return wordsOf(b).some((word) =>
    words.some((other) => placesApart(word, other) <= (source === 'print' && word.length > 3 ? 1 : 0)),
  )
}

function placesApart(a: string, b: string): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY
  return [...a].filter((letter, i) => letter !== b[i]).length
}
