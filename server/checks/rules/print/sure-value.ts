import type { PrintedName, PrintFacts } from '../../../../domain/document/print-facts.ts'
import { THRESHOLDS } from '../thresholds.ts'

/** What a field says that was read alike and clearly in several frames; the first of several names. Null otherwise. */
export function sureValue(print: PrintFacts, name: PrintedName): string | null {
  const value = isSurelyPrinted(print, name) ? print.fields[name]?.value : null
  return [value].flat()[0] ?? null
}

/** Whether a field was read alike and clearly in several frames. */
export function isSurelyPrinted(print: PrintFacts, name: PrintedName): boolean {
  const field = print.fields[name]
  return (
    field !== undefined &&
    field.confidence >= THRESHOLDS.printConfidenceMinimum &&
    field.framesAgreeing >= THRESHOLDS.printFramesAgreeingMinimum
  )
}
