import type { PrintedName, PrintFacts } from '../../../../domain/document/print-facts.ts'
import { THRESHOLDS } from '../thresholds.ts'

/** What a field says that was read alike and clearly in several frames; the first of several names. Null otherwise. */
export function sureValue(print: PrintFacts, name: PrintedName): string | null {
  const field = print.fields[name]
  const isSure =
    field !== undefined &&
    field.confidence >= THRESHOLDS.printConfidenceMinimum &&
    field.framesAgreeing >= THRESHOLDS.printFramesAgreeingMinimum
  if (!isSure) return null
  return typeof field.value === 'string' ? field.value : (field.value[0] ?? null)
}
