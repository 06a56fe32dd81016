import type { DocumentSideFacts } from '../../../domain/facts.ts'
import { THRESHOLDS } from '../../checks/rules/thresholds.ts'

/** Least confidence of a zone that both readers read alike; one in dispute has 0.5 at most. */
const MIN_CONFIDENCE = 0.8

/** Reasons not to rely on a reading, as words for scripts; `today` is an ISO date. */
export function doubtsOf({ card, quality, mrz }: DocumentSideFacts, today: string): string[] {
  const expiryDate = mrz?.checksValid ? mrz.fields.expiryDate : null
  const doubts: [string, boolean][] = [
    ['no-card', card === null],
    ['no-zone', mrz === null],
    ['wrong-check-digit', mrz !== null && !mrz.checksValid],
    ['uncertain-zone', mrz !== null && mrz.confidence < MIN_CONFIDENCE],
    ['blurred', quality !== null && quality.sharpness < THRESHOLDS.documentSharpnessMinimum],
    ['dark', quality !== null && quality.luma < THRESHOLDS.lumaMinimum],
    ['glare', quality !== null && quality.glareShare > THRESHOLDS.glareShareMaximum],
    ['expired', expiryDate !== null && expiryDate < today],
  ]
  return doubts.filter(([, holds]) => holds).map(([name]) => name)
}
