import type { DocumentSideFacts } from '../../../domain/facts.ts'
import { THRESHOLDS } from '../../checks/rules/thresholds.ts'

/** Reasons not to rely on a reading, as words for scripts; `today` is an ISO date. */
export function doubtsOf({ card, quality, mrz }: DocumentSideFacts, today: string): string[] {
  const expiryDate = mrz?.checksValid ? mrz.fields.expiryDate : null
  const doubts: [string, boolean][] = [
    ['no-card', card === null],
    ['no-zone', mrz === null],
    ['wrong-check-digit', mrz !== null && !mrz.checksValid],
    ['blurred', quality !== null && quality.sharpness < THRESHOLDS.documentSharpnessMinimum],
    ['dark', quality !== null && quality.luma < THRESHOLDS.lumaMinimum],
    ['glare', quality !== null && quality.glareShare > THRESHOLDS.glareShareMaximum],
    ['expired', expiryDate !== null && expiryDate < today],
  ]
  return doubts.filter(([, holds]) => holds).map(([name]) => name)
}
