import { COMMENTS } from '../../../domain/comment.ts'
import { FACE_BANDS } from '../../../domain/face-bands.ts'
import { REASON_CODES } from '../../../domain/reason-code.ts'
import type { AttemptFacts } from '../attempt-facts.ts'
import { cannotTell, type Finding, invalid, VALID } from './finding.ts'

/** Whether the live face is the face on the document (1:1). */
export function checkMatch({ front, face, product }: AttemptFacts): Finding {
  const unknown = cannotTell({ comment: COMMENTS.matchNotVerified })
  if (typeof front === 'string' || typeof face === 'string') return unknown
  const { portrait } = front
  if (!portrait || !face.template || portrait.templateModel !== face.templateModel) return unknown
  const bands = FACE_BANDS[portrait.templateModel]
  if (!bands) return unknown
  const similarity = cosine(portrait.template, face.template)
  if (similarity >= bands.accept) return VALID
  if (similarity >= bands.reject) return unknown
  // Certified products mask the kind of fraud (API text, reason code 2399).
  const reasonCode = product === 'certified' ? REASON_CODES.certifiedFraud : REASON_CODES.notTheOwner
  return invalid({ reasonCode, comment: COMMENTS.matchNotVerified })
}

function cosine(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0)
}
