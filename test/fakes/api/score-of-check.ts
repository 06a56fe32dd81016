import type { Answer } from '../../../domain/answer.ts'

/** The score of an answer that a row of the rule table names. */
export function scoreOfCheck(
  { documentChecks: document, faceChecks: face, ...answer }: Answer,
  check: string,
): number | null | undefined {
  const scores: Record<string, number | null | undefined> = {
    'quality-score': document.quality,
    'mrz-validity-score': document.mrzValidity,
    'data-extracted-score': document.dataExtracted,
    'expiry-date-score': document.expiryDate,
    'mrz-viz-score': document.mrzViz,
    'visual-front-score': document.visualFront,
    'visual-back-score': document.visualBack,
    supported: document.supported,
    'face-checks quality-score': face?.quality,
    'active-liveness-score': face?.activeLiveness,
    'doc-face-matches score': answer.docFaceMatch,
    'reference-data-checks score': answer.referenceDataCheck,
  }
  return scores[check]
}
