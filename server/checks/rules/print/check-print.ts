import { COMMENTS } from '../../../../domain/comment.ts'
import type { PrintedName, PrintFacts } from '../../../../domain/document/print-facts.ts'
import { REASON_CODES } from '../../../../domain/reason-code.ts'
import { cannotTell, type Finding, invalid, VALID } from '../finding.ts'
import { isSurelyPrinted } from './sure-value.ts'

/** What an identity rests on. */
const NEEDED: readonly PrintedName[] = ['lastName', 'firstNames', 'birthDate', 'documentNumber']

/** Whether all that an identity needs was read from a document without a zone, alike in several frames. */
export function checkPrintExtracted(print: PrintFacts): Finding {
  return NEEDED.every((name) => isSurelyPrinted(print, name))
    ? VALID
    : cannotTell({ comment: COMMENTS.dataNotExtracted })
}

/** Whether a document is valid on the day of the answer by the date printed on it. */
export function checkPrintedExpiry(print: PrintFacts, today: string): Finding {
  const date = print.fields.expiryDate?.value
  if (typeof date !== 'string' || !isSurelyPrinted(print, 'expiryDate')) {
    return cannotTell({ comment: COMMENTS.dataNotExtracted })
  }
  return date >= today ? VALID : invalid({ reasonCode: REASON_CODES.documentExpired })
}
