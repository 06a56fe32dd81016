/** The fixed sentences of the comment field (API text, "Comment"; the last but one is recorded). */
export const COMMENTS = {
  documentResolutionTooLow: 'The document video resolution is too low',
  documentNotPresented: 'The document is not presented',
  documentQualityTooLow: 'The document video quality is too low',
  backNotPresented: 'Back of the document is not presented',
  backQualityTooLow: 'Back of the document video quality is too low',
  dataNotExtracted: 'Some required data of the document could not be extracted',
  faceNotPresented: 'Face is not presented',
  faceQualityTooLow: 'Face video quality is too low',
  authenticityNotVerified: 'Authenticity of the document could not be verified',
  livenessNotVerified: 'User liveness could not be verified',
  matchNotVerified: 'Face and the document photo match could not be verified',
  faceInstructionsNotFollowed: 'User did not follow the instructions when submitting their face',
  documentInstructionsNotFollowed: 'User did not follow the instructions when submitting their document',
  referenceDataMismatch: 'Extracted identity and reference data do not match.',
} as const

/** One of the sentences above. */
export type Comment = (typeof COMMENTS)[keyof typeof COMMENTS]

const FIXED: ReadonlySet<string> = new Set(Object.values(COMMENTS).map(withoutPeriod))

/**
 * Of a comment only its fixed sentences, which tell nothing of a person; a simulation's or a reviewer's own
 * words are left out. Null where none is left.
 */
export function keepFixedComments(comment: string | null): string | null {
  const kept = (comment ?? '').split(/\.\s+/).filter((sentence) => FIXED.has(withoutPeriod(sentence)))
  return kept.length === 0 ? null : kept.join('. ')
}

function withoutPeriod(sentence: string): string {
  return sentence.trim().replace(/\.$/, '')
}
